import { toUpperCaseCode } from '../upper-case.js';

/**
 * The product families of Microsoft Update at the time of Configuration Manager 2007, with their products. Microsoft Update defines the
 * families and changes them over time, and no document lists them, so this list is incomplete: it may support a hint, but no warning.
 */
const families: Readonly<Record<string, readonly string[]>> = {
    'Windows': [
        'Windows 2000', 'Windows XP', 'Windows XP x64 Edition', 'Windows XP 64-Bit Edition Version 2003', 'Windows Vista', 'Windows 7',
        'Windows Server 2003', 'Windows Server 2003, Datacenter Edition', 'Windows Server 2008', 'Windows Server 2008 R2', 'Windows Defender',
        'Windows Vista Ultimate Language Packs', 'Windows Ultimate Extras', 'Windows Internet Explorer 7.0 Dynamic Installer',
        'Windows Internet Explorer 8.0 Dynamic Installer', 'Windows Vista Dynamic Installer', 'Windows 7 Client', 'Windows 7 Language Packs',
        'Windows Server 2008 Server Manager Dynamic Installer', 'Windows Media Dynamic Installer', 'Windows Embedded Standard 7'
    ],
    'Office': ['Office XP', 'Office 2002/XP', 'Office 2003', 'Office 2007', 'Office 2010'],
    'SQL Server': ['SQL Server 2000', 'SQL Server 2005', 'SQL Server 2008', 'SQL Server 2008 R2', 'SQL Server Feature Pack'],
    'Exchange': ['Exchange 2000 Server', 'Exchange Server 2003', 'Exchange Server 2007', 'Exchange Server 2010', 'Exchange Server 2007 and Above Anti-spam'],
    'Forefront': ['Forefront Client Security', 'Forefront Endpoint Protection 2010', 'Forefront Threat Management Gateway', 'Threat Management Gateway Definition Updates for Network Inspection System'],
    'Internet Security and Acceleration Server': ['Internet Security and Acceleration Server 2004', 'Internet Security and Acceleration Server 2006'],
    'Visual Studio': ['Visual Studio 2005', 'Visual Studio 2008', 'Visual Studio 2010'],
    'System Center': ['System Center Configuration Manager 2007', 'System Center Virtual Machine Manager', 'Data Protection Manager 2006', 'System Center Data Protection Manager'],
    'Systems Management Server': ['Systems Management Server 2003'],
    'Host Integration Server': ['Host Integration Server 2000', 'Host Integration Server 2004', 'Host Integration Server 2006'],
    'Windows Small Business Server': ['Windows Small Business Server 2003', 'Windows Small Business Server 2008 Migration Preparation Tool', 'Windows Small Business Server 2008'],
    'Windows Essential Business Server': ['Windows Essential Business Server 2008', 'Windows Essential Business Server Preinstallation Tools'],
    'Windows Live': ['Windows Live Toolbar'],
    'Microsoft Dynamics CRM': ['Microsoft Dynamics CRM 4.0'],
    'BizTalk Server': ['BizTalk Server 2002', 'BizTalk Server 2006 R2', 'BizTalk Server 2009'],
    'Compute Cluster Pack': ['HPC Pack 2008'],
    'Expression': ['Expression Design', 'Expression Media', 'Expression Web'],
    'Developer Tools, Runtimes, and Redistributables': ['Report Viewer 2005', 'Report Viewer 2008', 'Visual Studio 2005', 'Visual Studio 2008'],
    'Silverlight': [], 'Works': ['Microsoft Works 8', 'Microsoft Works 9'], 'Virtual Server': ['Virtual PC'], 'Network Monitor': ['Network Monitor 3'],
    'Report Viewer': [], 'CAPICOM': [], 'Zune': ['Zune Software'], 'Developer Tools, Runtimes and Redistributables': [], 'Windows Internet Explorer': [],
    // Updates that System Center Updates Publisher publishes.
    'Local Publisher': []
};

const productsByFamily = new Map(Object.entries(families).map(([family, products]) => [toUpperCaseCode(family), new Set(products.map(toUpperCaseCode))]));

/** The names of the families and products that are known, for suggestions. */
export const knownProducts: readonly string[] = [...new Set(Object.entries(families).flatMap(([family, products]) => [family, ...products]))];
const known = new Set(knownProducts.map(toUpperCaseCode));

/** Whether a name is that of a known product or family, ignoring case. */
export function isKnownProduct(name: string): boolean {
    return known.has(toUpperCaseCode(name));
}

/**
 * Whether the choice of a product or family covers a product: the same name in any case, or the family of the product. A family includes its present and
 * future products. Source: "Software Update Point Component Properties: Products Tab" (ConfigMgr 2007 library).
 */
export function coversProduct(chosen: string, product: string): boolean {
    const [choice, name] = [toUpperCaseCode(chosen), toUpperCaseCode(product)];
    return choice === name || (productsByFamily.get(choice)?.has(name) ?? false);
}

/** Whether two names of products, classifications or languages are the same: their case does not matter. */
export function isSameName(a: string, b: string): boolean {
    return toUpperCaseCode(a) === toUpperCaseCode(b);
}
