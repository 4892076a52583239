-- staging is emptied by every publish; dim and fact are the star; report is what readers get.
CREATE SCHEMA staging;
CREATE SCHEMA dim;
CREATE SCHEMA fact;
CREATE SCHEMA report;
