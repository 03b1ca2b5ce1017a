import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Scene, SceneSite } from '@sup/picture';

/** What somebody looks for among the sites: by code, name, or server. */
export class Search {
    readonly text = signal('');
    /** Which of the hits is looked at. */
    readonly index = signal(0);
    /** The parts that are found, in the order of the scene; a server where its name is what matches. */
    readonly hits: ReadonlySignal<readonly string[]>;

    constructor(scene: ReadonlySignal<Scene | undefined>) {
        this.hits = computed(() => {
            const wanted = this.text.value.trim().toLowerCase();
            return wanted === '' ? [] : scene.value?.sites.flatMap(site => partsWith(site, wanted)) ?? [];
        });
    }

    /** The hit that is looked at. */
    get current(): string | undefined {
        return this.hits.value[this.index.value];
    }

    look(text: string): void {
        this.text.value = text;
        this.index.value = 0;
    }

    /** The next hit, or the one before; after the last comes the first. */
    step(by: 1 | -1): void {
        const { length } = this.hits.value;
        this.index.value = length === 0 ? 0 : (this.index.value + by + length) % length;
    }
}

function partsWith(site: SceneSite, wanted: string): readonly string[] {
    const isSite = [site.code, site.title ?? ''].some(text => text.toLowerCase().includes(wanted));
    return isSite ? [site.id] : site.servers.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id }) => id);
}
