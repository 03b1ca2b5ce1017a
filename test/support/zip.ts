import { readFileSync } from 'node:fs';

const centralHeader = Buffer.from('PK\x01\x02', 'latin1');
const endOfCentralDirectory = Buffer.from('PK\x05\x06', 'latin1');

/** The names of the files in a ZIP archive, read from its central directory. Source: APPNOTE.TXT, the .ZIP file format specification. */
export function namesInZip(path: string): string[] {
    const zip = readFileSync(path);
    const end = zip.lastIndexOf(endOfCentralDirectory);
    const names: string[] = [];
    let at = zip.readUInt32LE(end + 16);
    while (zip.subarray(at, at + 4).equals(centralHeader)) {
        const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
        names.push(zip.toString('utf8', at + 46, at + 46 + name));
        at += 46 + name + extra + comment;
    }
    return names;
}
