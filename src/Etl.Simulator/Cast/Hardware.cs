namespace Etl.Simulator.Cast;

internal enum Hardware
{
    Laptop,
    Desktop,
    Kiosk,
    VirtualMachine,
    Server,
    LinuxServer,
    Windows7,
    OldWindows10,
    HomePc,
    Mac,
    IPhone,
    IPad,
    Android,
    RuggedAndroid,
    LinuxDesktop,
    Chromebook,
    Printer,
    Panel,
    HeadSet,
    Unspecified,
}
