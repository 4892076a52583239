-- One row per management agent, spelled as Intune spells it.
CREATE OR ALTER VIEW report.dim_management_agent AS
SELECT
    management_agent.management_agent_key,
    management_agent.code,
    management_agent.label,
    management_agent.description,
    management_agent.sort_order
FROM dim.management_agent AS management_agent;
