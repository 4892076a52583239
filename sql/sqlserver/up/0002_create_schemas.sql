-- staging is emptied by every publish; dim and fact are the star; report is what readers get; publish has the procedures that fill it.
CREATE SCHEMA staging;
GO
CREATE SCHEMA dim;
GO
CREATE SCHEMA fact;
GO
CREATE SCHEMA report;
GO
CREATE SCHEMA publish;
