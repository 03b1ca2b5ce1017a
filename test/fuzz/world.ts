import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Random } from '../support/random.js';
import type { Disk } from './disk.js';
import type { Mirror } from './mirror.js';

/**
 * The sources of random messages: random numbers, the documents as the client knows them, and the files on disk. The answers of the server are
 * not among them, so that a seed reproduces its messages.
 */
export interface World {
    readonly random: Random;
    readonly mirror: Mirror;
    readonly disk: Disk;
}

/** The URI for a request: usually of an open document, sometimes of one that is only on disk, closed or nonexistent. */
export function someUri({ random, mirror, disk }: World): string {
    const opened = mirror.opened();
    return opened.length > 0 && !random.isOneIn(12) ? random.of(opened) : random.of([...disk.uris(), ...elsewhere]);
}

/** Documents outside of the workspace. */
export const elsewhere: readonly string[] = [
    'untitled:Untitled-1', 'git:/a.sup?ref=HEAD', 'file:///nowhere/gone.sup', 'vscode-vfs://github/a/b.sup', 'untitled:a%20b%25.sup', 'notebook:x#1', 'file:///etc/passwd'
];

/** A name from a text, of a site, a server or anything else. */
export function someName(random: Random, document: TextDocument | undefined): string {
    const names = document?.getText().match(/\b[A-Z][A-Z0-9]{2,}\b/g) ?? [];
    return names.length > 0 && !random.isOneIn(10) ? random.of(names) : random.of(['NOBODY', '', '__proto__', 'ÆØÅ', '\ud800']);
}

/** The title of a scenario from a text. */
export function someTitle(random: Random, document: TextDocument | undefined): string {
    const titles = [...document?.getText().matchAll(/scenario "([^"\n]*)"/g) ?? []].map(([, title]) => title!);
    return titles.length > 0 && !random.isOneIn(10) ? random.of(titles) : random.of(['no such scenario', '', 'constructor']);
}
