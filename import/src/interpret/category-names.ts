/**
 * The English names of products and classifications by their GUIDs, since the names in an export are in the language of the session, and Microsoft renames
 * products. Sources: the WSUS documentation for the classifications, published lists of categories for the products.
 */
export const categoryNames: ReadonlyMap<string, string> = new Map([
    ['e6cf1350-c01b-414d-a61f-263d14d133b4', 'Critical Updates'],
    ['e0789628-ce08-4437-be74-2495b842f43b', 'Definition Updates'],
    ['b54e7d24-7add-428f-8b75-90a396fa584f', 'Feature Packs'],
    ['0fa1201d-4330-4fa8-8ae9-b877473b6441', 'Security Updates'],
    ['68c5b0a3-d1a6-4553-ae49-01d3a7827828', 'Service Packs'],
    ['b4832bd8-e735-4761-8daf-37f882276dab', 'Tools'],
    ['28bc880e-0592-4cbf-8f95-c79b17911d5f', 'Update Rollups'],
    ['cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83', 'Updates'],
    ['ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0', 'Drivers'],
    ['bfe5b177-a086-47a0-b102-097e4fa1f807', 'Windows 7'],
    ['fdfe8200-9d98-44ba-a12a-772282bf60ef', 'Windows Server 2008 R2'],
    ['ba0ae9cc-5f01-40b4-ac3f-50192b5d6aaf', 'Windows Server 2008'],
    ['dbf57a08-0d5a-46ff-b30c-7715eb9498e9', 'Windows Server 2003'],
    ['7f44c2a7-bc36-470b-be3b-c01b6dc5dd4e', 'Windows Server 2003, Datacenter Edition'],
    ['26997d30-08ce-4f25-b2de-699c36a8033a', 'Windows Vista'],
    ['558f4bc3-4827-49e1-accf-ea79fd72d4c9', 'Windows XP'],
    ['4cb6ebd5-e38a-4826-9f76-1416a6f563b0', 'Windows XP x64 Edition'],
    ['3b4b8621-726e-43a6-b43b-37d07ec7019f', 'Windows 2000'],
    ['1403f223-a63f-f572-82ba-c92391218055', 'Office 2003'],
    ['041e4f9f-3a3d-4f58-8b2f-5e6fe95c4591', 'Office 2007'],
    ['8c3fcc84-7410-4a95-8b89-a166a0190486', 'Windows Defender'],
    ['9f3dd20a-1004-470e-ba65-3dc62d982958', 'Silverlight']
]);
