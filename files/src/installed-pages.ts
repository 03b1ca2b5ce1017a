import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'langium';

/** The documents that are installed with the program, such as `rules/syntax-error.md`. Callers name only documents of this project. */
export class InstalledPages {
    /** `folder`: the folder of the documents, which need not exist. */
    constructor(private readonly folder: string) {}

    /** Undefined if the document is not installed. */
    uriOf(page: string): URI | undefined {
        const path = join(this.folder, page);
        return existsSync(path) ? URI.file(path) : undefined;
    }

    /** The text of a document; undefined if it is not installed. */
    read(page: string): string | undefined {
        const uri = this.uriOf(page);
        return uri && readFileSync(uri.fsPath, 'utf8');
    }
}
