import { readdirSync, readFileSync } from 'node:fs';

/** The texts of the files of an example, sorted by file name. */
export function exampleFiles(example: string): Record<string, string> {
    const folder = new URL(`../../examples/${example}/`, import.meta.url);
    return Object.fromEntries(readdirSync(folder).filter(name => name.endsWith('.sup')).sort().map(name => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
