import { lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type FileEvent, type WorkspaceFolder } from 'vscode-languageserver-protocol/node';
import type { Random } from '../support/random.js';
import { randomBytes, randomConfig } from './texts.js';

/** Names of plans: plain ones, ones in folders, and ones that need escaping. */
const planNames = ['a.sup', 'b.sup', 'c.sup', 'new.sup', 'north/d.sup', 'north/e.sup', 'south/deep/f.sup', 'ø 50% #1 (a+b).sup', '漢字.sup'];

/** The folders of a workspace and their files. Random changes depend on names only, so that a seed is reproducible. */
export class Disk {
    private readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'sup-fuzz-')));
    readonly folders: readonly WorkspaceFolder[] = ['first', 'second'].map(name => ({ name, uri: pathToFileURL(join(this.root, name)).href }));

    constructor(files: Readonly<Record<string, string>>) {
        this.folders.forEach(({ name }) => mkdirSync(join(this.root, name)));
        Object.entries(files).forEach(([name, text]) => this.write(name, text));
    }

    /** The URIs of all plans that may exist on disk, though not all do at a time. */
    uris(): readonly string[] {
        return this.folders.flatMap(({ name }) => planNames.map(plan => this.uri(`${name}/${plan}`)));
    }

    uri(name: string): string {
        return pathToFileURL(join(this.root, name)).href;
    }

    /** Changes a file or a folder, and returns the events of a file watcher. */
    change(random: Random): FileEvent[] {
        const name = `${random.of(this.folders).name}/${random.of(planNames)}`;
        const roll = random.next();
        if (roll < 0.45) {
            return this.write(name, randomBytes(random));
        }
        if (roll < 0.6) {
            return this.remove(name);
        }
        if (roll < 0.72) {
            return this.rename(name, `${random.of(this.folders).name}/${random.of(planNames)}`);
        }
        if (roll < 0.82) {
            return this.write(`${dirname(name)}/sup.config.json`, randomConfig(random));
        }
        return roll < 0.88 ? this.remove(dirname(name)) : roll < 0.94 ? this.litter(random, name) : [this.event(name, random.of([FileChangeType.Created, FileChangeType.Changed, FileChangeType.Deleted]))];
    }

    delete(): void {
        rmSync(this.root, { recursive: true, force: true });
    }

    private write(name: string, content: string | Uint8Array): FileEvent[] {
        const path = join(this.root, name);
        const isThere = this.has(name);
        this.clear(name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        return [this.event(name, isThere ? FileChangeType.Changed : FileChangeType.Created)];
    }

    /** Creates a folder or a symbolic link with the name of a plan. */
    private litter(random: Random, name: string): FileEvent[] {
        const path = join(this.root, name);
        this.clear(name);
        mkdirSync(dirname(path), { recursive: true });
        if (random.isOneIn(2)) {
            mkdirSync(path);
        } else {
            symlinkSync(random.of(['/nowhere', '/etc/passwd', '.', path]), path);
        }
        return [this.event(name, FileChangeType.Created)];
    }

    private remove(name: string): FileEvent[] {
        if (!this.has(name)) {
            return [];
        }
        // A workspace folder itself is emptied, not removed.
        const names = this.folders.some(folder => folder.name === name) ? readdirSync(join(this.root, name)).sort().map(file => `${name}/${file}`) : [name];
        names.forEach(each => this.clear(each));
        return names.map(each => this.event(each, FileChangeType.Deleted));
    }

    private rename(from: string, to: string): FileEvent[] {
        if (!this.has(from) || from === to) {
            return [];
        }
        this.clear(to);
        mkdirSync(dirname(join(this.root, to)), { recursive: true });
        renameSync(join(this.root, from), join(this.root, to));
        return [this.event(from, FileChangeType.Deleted), this.event(to, FileChangeType.Created)];
    }

    private has(name: string): boolean {
        return lstatSync(join(this.root, name), { throwIfNoEntry: false }) !== undefined;
    }

    private clear(name: string): void {
        const path = join(this.root, name);
        // `rmSync` leaves some circular links.
        if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
            unlinkSync(path);
        } else {
            rmSync(path, { recursive: true, force: true });
        }
    }

    private event(name: string, type: FileChangeType): FileEvent {
        return { uri: this.uri(name), type };
    }
}
