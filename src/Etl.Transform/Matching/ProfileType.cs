namespace Etl.Transform.Matching;

/// <summary>Graph's <c>profileType</c>, as far as a rule reads it.</summary>
internal enum ProfileType : byte
{
    Other,
    RegisteredDevice,
    SecureVM,
    Printer,
    IoT,
}
