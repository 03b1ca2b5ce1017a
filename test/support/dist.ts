import { existsSync } from 'node:fs';

/** The path of a build output, which must exist. */
export function built(path: string): string {
    if (!existsSync(path)) {
        throw new Error(`${path} is missing: run \`npm run package\` first.`);
    }
    return path;
}
