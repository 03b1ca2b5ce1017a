import { ImportError } from '../import-error.js';
import type { Inventory } from '../inventory.js';
import { bareServerName } from '../text/server-name.js';
import { type Section, sectionsOf } from './sections.js';

/** The service packs by the build number in the first line. */
const builds: ReadonlyMap<string, string> = new Map(['5931', '6221', '6487'].map(build => [build, `4.00.${build}.0`]));

/** Reads `sitectrl.ct0`, which describes one site. It has neither WSUS nor products nor clients. */
export function readSiteControlFile(name: string, text: string, inventory: Inventory): void {
    const { sections, cut } = sectionsOf(name, text);
    const outer = sections.filter(({ depth }) => depth === 0);
    const uses = outer.filter(section => section.name === 'SYSTEM_RESOURCE_USE');
    const definition = outer.find(section => section.name === 'SITE_DEFINITION');
    const code = siteCodeOf(uses) ?? definition?.texts[1] ?? '';
    if (code === '') {
        throw new ImportError(`${name} is not a complete site control file: it contains neither a site definition nor a role`);
    }
    if (cut) {
        inventory.cuts.push({ name, site: code, ...cut });
    }
    const [, build = ''] = /SITE CONTROL FILE[ \t]*\[([0-9]{1,6})\]/.exec(text.slice(0, 1_000)) ?? [];
    const [type, , parent, title, server] = definition?.texts ?? [];
    inventory.add('sites', {
        code, type, parent, name: title, server, version: definition?.properties.get('Full Version')?.value1 ?? builds.get(build), fileVersion: undefined, status: undefined, definition: definition?.properties
    });
    for (const { role, resource, properties } of uses) {
        inventory.add('roles', { site: code, role, server: bareServerName(resource), properties });
    }
    for (const { texts, properties } of outer.filter(section => section.name === 'COMPONENT')) {
        inventory.add('components', { site: code, component: texts[0] ?? '', properties });
    }
}

/** The site code in the paths of the roles, if they agree: the order of the lines of a site definition is not documented. */
function siteCodeOf(uses: readonly Section[]): string | undefined {
    const codes = new Set(uses.flatMap(({ resource }) => /SMS_SITE=([^"\]]{1,10})"/.exec(resource)?.[1] ?? []));
    return codes.size === 1 ? [...codes][0] : undefined;
}
