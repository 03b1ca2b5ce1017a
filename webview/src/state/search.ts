import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Scene, SceneSite } from '@sup/picture';

/** A search for sites by code, name or server. */
export class Search {
    readonly text = signal('');
    /** The index of the current match. */
    readonly index = signal(0);
    /** The matching parts in the order of the scene: the site, or its servers if only their names match. */
    readonly hits: ReadonlySignal<readonly string[]>;

    constructor(scene: ReadonlySignal<Scene | undefined>) {
        this.hits = computed(() => {
            const text = this.text.value.trim().toLowerCase();
            return text === '' ? [] : scene.value?.sites.flatMap(site => matchesIn(site, text)) ?? [];
        });
    }

    get current(): string | undefined {
        return this.hits.value[this.index.value];
    }

    setText(text: string): void {
        this.text.value = text;
        this.index.value = 0;
    }

    /** Moves to the next or previous match and wraps around. */
    step(by: 1 | -1): void {
        const { length } = this.hits.value;
        this.index.value = length === 0 ? 0 : (this.index.value + by + length) % length;
    }
}

function matchesIn(site: SceneSite, text: string): readonly string[] {
    if (site.formerPlaceOf !== undefined) {
        return [];
    }
    const isMatch = (name: string): boolean => name.toLowerCase().includes(text);
    return [site.code, site.title ?? ''].some(isMatch) ? [site.id] : site.servers.filter(({ name }) => isMatch(name)).map(({ id }) => id);
}
