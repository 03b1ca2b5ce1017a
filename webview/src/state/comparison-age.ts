import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Scene } from '@sup/picture';
import type { ComparedPlans, PreviewContent } from '@sup/protocol/preview';

interface ComparisonAgeContext {
    readonly content: Signal<PreviewContent | undefined>;
    readonly compared: Signal<ComparedPlans | undefined>;
}

/** Whether a comparison still shows the plan. It is not made again after each edit, because that takes long. */
export class ComparisonAge {
    private readonly contentThen: Signal<PreviewContent | undefined> = signal(undefined);
    /** Whether the plan has changed since. The compared version may be newer than the content was when the comparison arrived. */
    readonly isOutdated: ReadonlySignal<boolean> = computed(() => {
        const [compared, scene] = [this.context.compared.value, this.context.content.value?.scene];
        return compared !== undefined && !areEqual(this.contentThen.value?.scene, scene) && !areEqual(compared.after, scene);
    });

    constructor(private readonly context: ComparisonAgeContext) {}

    /** A comparison is shown, or ends. */
    begin(): void {
        this.contentThen.value = this.context.content.peek();
    }
}

function areEqual(a: Scene | undefined, b: Scene | undefined): boolean {
    return a === b || JSON.stringify(a) === JSON.stringify(b);
}
