-- One row per compliance state, spelled as Intune spells it.
CREATE OR ALTER VIEW report.dim_compliance_state AS
SELECT
    compliance_state.compliance_state_key,
    compliance_state.code,
    compliance_state.label,
    compliance_state.description,
    compliance_state.sort_order
FROM dim.compliance_state AS compliance_state;
