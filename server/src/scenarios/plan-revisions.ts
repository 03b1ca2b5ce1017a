/** Numbers the states of files with scenarios: a file whose inputs are the same as before keeps its number. */
export class PlanRevisions {
    private readonly known = new Map<string, { readonly inputs: readonly unknown[]; readonly revision: number }>();
    private last = 0;

    /** The revision of a file with these inputs. No two files share one. */
    of(uri: string, inputs: readonly unknown[]): number {
        const known = this.known.get(uri);
        if (known?.inputs.length === inputs.length && known.inputs.every((input, i) => input === inputs[i])) {
            return known.revision;
        }
        const revision = ++this.last;
        this.known.set(uri, { inputs, revision });
        return revision;
    }
}
