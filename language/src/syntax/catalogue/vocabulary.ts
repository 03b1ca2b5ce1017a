/**
 * Update classifications of Configuration Manager 2007. Source: "Planning for Software Updates" (Configuration Manager
 * documentation), without the classification of a later Windows release.
 */
export const classifications = [
    'Critical Updates', 'Definition Updates', 'Feature Packs', 'Security Updates', 'Service Packs', 'Tools', 'Update Rollups', 'Updates'
] as const;

/**
 * Suggestions for product names, which completion offers. Microsoft Update defines which products exist and changes them over time.
 */
export const products = [
    'Windows 7', 'Windows Vista', 'Windows XP', 'Windows Server 2003', 'Windows Server 2008', 'Windows Server 2008 R2',
    'Office 2003', 'Office 2007', 'SQL Server', 'Exchange Server 2007', 'Forefront Client Security', 'Windows Defender', 'Silverlight', 'Visual Studio 2008'
] as const;

/** Update classifications of later releases. Source: as above. */
export const laterClassifications = ['Upgrades'] as const;

/** Update classifications of WSUS that Configuration Manager does not have. Source: the WSUS documentation on update classifications. */
export const wsusClassifications = ['Drivers', 'Driver Sets', 'Applications', 'Connectors', 'Developer Kits', 'Guidance'] as const;
