import type * as vscode from 'vscode';
import type { Uri } from './vscode-values.js';

export interface Message {
    readonly kind: 'information' | 'warning' | 'error';
    readonly text: string;
    readonly actions: readonly string[];
    choose(action: string | undefined): void;
}

/** The messages and questions of the editor. `check` is called after each of them. */
export class DialogsStub {
    readonly messages: Message[] = [];
    /** The inputs to type into input boxes, in order; undefined is Escape. */
    readonly inputs: (string | undefined)[] = [];
    /** The validation messages of input boxes. */
    readonly refusals: string[] = [];
    /** Picks an item of a quick pick by its label; undefined is Escape. */
    pick: (labels: readonly string[]) => string | undefined = () => undefined;
    /** The file to choose in save dialogs; undefined is Escape. */
    saveAs: Uri | undefined;
    /** The files or folders to choose in open dialogs, in order; undefined is Escape. */
    readonly chosen: (readonly Uri[] | undefined)[] = [];
    /** The files that save dialogs proposed. */
    readonly proposed: string[] = [];

    constructor(private readonly check: () => void) {}

    /** The members of the `vscode` module that show messages and ask questions. */
    readonly api = {
        showInformationMessage: this.messageFunction('information'),
        showWarningMessage: this.messageFunction('warning'),
        showErrorMessage: this.messageFunction('error'),
        showInputBox: (options: vscode.InputBoxOptions) => Promise.resolve(this.typeInto(options)),
        showQuickPick: async (items: Promise<readonly vscode.QuickPickItem[]>, { canPickMany = false }: vscode.QuickPickOptions = {}) => {
            const offered = await items;
            const label = this.pick(offered.map(item => [item.label, item.description].filter(Boolean).join(' ')));
            this.check();
            const chosen = offered.filter(item => label !== undefined && [item.label, item.description].filter(Boolean).join(' ') === label);
            return canPickMany ? chosen : chosen[0];
        },
        showOpenDialog: () => Promise.resolve(this.chosen.shift()),
        showSaveDialog: ({ defaultUri }: vscode.SaveDialogOptions) => {
            this.proposed.push(String(defaultUri));
            return Promise.resolve(this.saveAs);
        }
    };

    private messageFunction(kind: Message['kind']) {
        return (text: string, ...actions: string[]) => new Promise<string | undefined>(choose => {
            this.messages.push({ kind, text, actions, choose });
            this.check();
        });
    }

    private async typeInto({ validateInput }: vscode.InputBoxOptions): Promise<string | undefined> {
        for (;;) {
            const value = this.inputs.shift();
            const refusal = value === undefined ? undefined : await validateInput?.(value) as string | undefined;
            if (refusal === undefined || refusal === null) {
                return value;
            }
            this.refusals.push(refusal);
        }
    }
}
