/**
 * Update classifications of Configuration Manager 2007. Source: "Planning for Software Updates" (Configuration Manager
 * documentation), less the classification of a later Windows release.
 */
export const classifications = [
    'Critical Updates', 'Definition Updates', 'Feature Packs', 'Security Updates', 'Service Packs', 'Tools', 'Update Rollups', 'Updates'
] as const;

/**
 * Products to offer. The catalogue of Microsoft Update decides which exist and changes over time, so this list only helps
 * typing; no rule reads it.
 */
export const products = [
    'Windows 7', 'Windows Vista', 'Windows XP', 'Windows Server 2003', 'Windows Server 2008', 'Windows Server 2008 R2',
    'Office 2003', 'Office 2007', 'SQL Server', 'Exchange Server 2007', 'Forefront Client Security', 'Windows Defender', 'Silverlight', 'Visual Studio 2008'
] as const;
