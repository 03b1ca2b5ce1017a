import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'langium';
import { expect, test } from 'vitest';
import { ConfigFiles } from '@sup/files';
import { defaultRuleSettings } from '@sup/language';
import { temporaryFolder, writeFiles } from '../support/temp-folder.js';

const off = '{ "rules": { "unknown-property": "off" } }';
const hint = '{ "rules": { "unknown-property": "hint" } }';

function setUp(files: Readonly<Record<string, string>>) {
    const base = temporaryFolder(files);
    const roots = [join(base, 'root')];
    const reports: string[] = [];
    const configs = new ConfigFiles({ roots: () => roots, report: message => reports.push(message.replaceAll(`${base}/`, '')) });
    return {
        base, roots, reports, configs,
        levelIn: (name: string) => configs.settingsFor(URI.file(join(base, name))).levels.get('unknown-property'),
        problems: () => configs.problems().map(({ uri, range, message }) => `${uri.path.replace(`${base}/`, '')}:${range.start.line}:${range.start.character}-${range.end.character} ${message}`)
    };
}

test('applies only the nearest file in or above a folder', () => {
    const { levelIn, configs, base } = setUp({ 'root/sup.config.json': off, 'root/a/sup.config.json': hint, 'root/b/c/sup.config.json': '{ "rules": { "category:roles": "off" } }' });
    expect(levelIn('root/plan.sup')).toBe('off');
    expect(levelIn('root/a/plan.sup')).toBe('hint');
    expect(levelIn('root/a/deep/er/plan.sup')).toBe('hint');
    expect(levelIn('root/b/plan.sup')).toBe('off');
    expect(configs.settingsFor(URI.file(join(base, 'root/b/c/plan.sup'))).levels).toEqual(new Map([['category:roles', 'off']]));
});

test('applies simulation settings to the same files as rule levels', () => {
    const simulation = '{ "simulation": { "seed": 7, "catalogSize": "150 MB" } }';
    const { configs, base } = setUp({ 'root/sup.config.json': simulation, 'root/a/sup.config.json': hint });
    const settingsIn = (name: string) => configs.simulationFor(URI.file(join(base, name)));
    expect(settingsIn('root/plan.sup')).toEqual({ seed: 7, assumptions: { catalogSize: 150 } });
    expect(settingsIn('root/a/plan.sup').assumptions).toEqual({});
    expect(settingsIn('plan.sup')).toEqual({ assumptions: {} });
});

test('reads nothing above a root, and nothing for documents outside the roots', () => {
    const { configs, levelIn, base } = setUp({ 'sup.config.json': off, 'other/sup.config.json': off, 'root/plan.sup': '' });
    expect(levelIn('root/plan.sup')).toBeUndefined();
    expect(levelIn('other/plan.sup')).toBeUndefined();
    writeFiles(base, { 'root/sup.config.json': off });
    configs.invalidate();
    expect(levelIn('root/plan.sup')).toBe('off');
    expect(configs.settingsFor(URI.parse(`untitled:${base}/root/plan.sup`))).toBe(defaultRuleSettings);
    expect(configs.settingsFor(URI.parse('untitled:Untitled-1'))).toBe(defaultRuleSettings);
});

test('stops the search at the innermost of nested roots', () => {
    const { base, roots, levelIn, configs } = setUp({ 'root/sup.config.json': off, 'root/inner/plan.sup': '' });
    expect(levelIn('root/inner/plan.sup')).toBe('off');
    roots.push(join(base, 'root/inner'));
    configs.invalidate();
    expect(levelIn('root/inner/plan.sup')).toBeUndefined();
    expect(levelIn('root/plan.sup')).toBe('off');
});

test('caches files until they are invalidated', () => {
    const { base, levelIn, problems, configs } = setUp({ 'root/sup.config.json': '{ "rules": { "unknown-property": "of" } }' });
    expect(levelIn('root/plan.sup')).toBeUndefined();
    writeFiles(base, { 'root/sup.config.json': hint, 'root/a/sup.config.json': off });
    expect(levelIn('root/plan.sup')).toBeUndefined();
    configs.invalidate();
    expect(problems()).toEqual([]);
    expect([levelIn('root/plan.sup'), levelIn('root/a/plan.sup')]).toEqual(['hint', 'off']);
    rmSync(join(base, 'root/a/sup.config.json'));
    configs.invalidate();
    expect(levelIn('root/a/plan.sup')).toBe('hint');
});

test('gives problems ranges as editors count them', () => {
    const { levelIn, problems } = setUp({ 'root/sup.config.json': '\ufeff{\r\n  "rules": { "😀": "off", "unknown-property": "hint" }\r\n}', 'root/a/sup.config.json': '{ "rulez": {} }' });
    expect([levelIn('root/plan.sup'), levelIn('root/a/plan.sup'), levelIn('root/a/b/plan.sup')]).toEqual(['hint', undefined, undefined]);
    expect(problems()).toEqual(['root/sup.config.json:1:13-17 `😀` is not a rule.', 'root/a/sup.config.json:0:2-9 `rulez` is not a setting. Did you mean `rules`?']);
});

test.each<[string, string, (path: string, base: string) => void]>([
    ['a folder', 'it is a folder', path => mkdirSync(path)],
    ['a pipe', 'it is not a regular file', path => execFileSync('mkfifo', [path])],
    ['a symbolic link out of the root', 'its path contains a symbolic link, and symbolic links are not followed', (path, base) => symlinkSync(join(base, 'secret.json'), path)],
    ['a file of more than 1 MiB', 'it is larger than 1,024 KiB', (path, base) => {
        writeFiles(base, { 'root/a/sup.config.json': '' });
        truncateSync(path, 1024 * 1024 + 1);
    }]
])('reports %s once, and applies the file above it', (_, reason, make) => {
    const { base, levelIn, reports } = setUp({ 'secret.json': hint, 'root/sup.config.json': off, 'root/a/plan.sup': '' });
    make(join(base, 'root/a/sup.config.json'), base);
    expect([levelIn('root/a/plan.sup'), levelIn('root/a/b/plan.sup')]).toEqual(['off', 'off']);
    expect(reports).toEqual([`root/a/sup.config.json could not be read: ${reason}`]);
});

test('applies the settings above without a report where a file has replaced a folder', () => {
    const { levelIn, reports } = setUp({ 'root/sup.config.json': off, 'root/a': '' });
    expect(levelIn('root/a/plan.sup')).toBe('off');
    expect(reports).toEqual([]);
});

test('ignores the configuration in a folder that is a symbolic link', () => {
    const { base, levelIn } = setUp({ 'outside/sup.config.json': hint, 'root/sup.config.json': off });
    symlinkSync(join(base, 'outside'), join(base, 'root/link'));
    expect(levelIn('root/link/plan.sup')).toBe('off');
});

test('names the folder whose file applies, and its text', () => {
    const { base, configs } = setUp({ 'root/sup.config.json': off, 'root/a b/sup.config.json': 'not JSON', 'root/a b/c/plan.sup': '' });
    const folderOf = (name: string): string | undefined => configs.folderOf(URI.file(join(base, name)))?.replace(URI.file(base).toString(), '');
    expect([folderOf('root/plan.sup'), folderOf('root/a b/c/plan.sup'), folderOf('other/plan.sup')]).toEqual(['/root', '/root/a%20b', undefined]);
    expect(configs.configurationOf(URI.file(join(base, 'root/b/plan.sup')))).toBe(off);
    const { revision } = configs;
    configs.invalidate();
    expect(configs.revision).toBeGreaterThan(revision);
});
