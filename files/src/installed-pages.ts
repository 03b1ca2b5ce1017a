import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'langium';

/** The documents that are installed with the program, such as `rules/syntax-error.md`. Callers name only documents of this project. */
export class InstalledPages {
    /** Cached, since each diagnostic has the address of a page, and the installed documents do not change. */
    private readonly uris = new Map<string, URI | undefined>();

    /** `folder`: the folder of the documents, which need not exist. */
    constructor(private readonly folder: string) {}

    /** Undefined if the document is not installed. */
    uriOf(page: string): URI | undefined {
        if (!this.uris.has(page)) {
            const path = join(this.folder, page);
            this.uris.set(page, existsSync(path) ? URI.file(path) : undefined);
        }
        return this.uris.get(page);
    }

    /** The text of a document; undefined if it is not installed. */
    read(page: string): string | undefined {
        const uri = this.uriOf(page);
        return uri && readFileSync(uri.fsPath, 'utf8');
    }
}
