/** A change to the files of a workspace, which are known by name. */
export type Step =
    | { readonly kind: 'edit'; readonly file: string; readonly offset: number; readonly remove: number; readonly insert: string }
    | { readonly kind: 'create'; readonly file: string; readonly text: string }
    | { readonly kind: 'delete'; readonly file: string }
    | { readonly kind: 'rename'; readonly file: string; readonly to: string }
    /** The analysis of the next step is cancelled while it is under way: where it asks for the time after `after` whether it is. */
    | { readonly kind: 'cancel'; readonly after: number };

export type Texts = ReadonlyMap<string, string>;

/** The files after a step. A step that no longer applies changes nothing. */
export function afterStep(files: Texts, step: Step): Texts {
    const text = 'file' in step ? files.get(step.file) : undefined;
    const others = new Map([...files].filter(([name]) => 'file' in step && name !== step.file));
    switch (step.kind) {
        case 'create': return others.set(step.file, step.text);
        case 'delete': return text === undefined ? files : others;
        case 'rename': return text === undefined ? files : others.set(step.to, text);
        case 'edit': return text === undefined ? files : others.set(step.file, text.slice(0, step.offset) + step.insert + text.slice(step.offset + step.remove));
        case 'cancel': return files;
    }
}
