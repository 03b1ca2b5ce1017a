import type * as vscode from 'vscode';
import { Emitter } from './vscode-values.js';

/** The tree views of the editor. */
export class TreesStub {
    private readonly trees = new Map<string, vscode.TreeViewOptions<never>>();

    /** The members of the `vscode` module that create tree views. */
    readonly api = {
        createTreeView: (id: string, options: vscode.TreeViewOptions<never>) => {
            this.trees.set(id, options);
            return { visible: true, onDidChangeVisibility: new Emitter<unknown>().event, dispose: () => this.trees.delete(id) };
        }
    };

    /** The items of a tree view below another one, as its provider returns them. */
    async itemsIn(id: string, parent?: object): Promise<readonly (vscode.TreeItem & { readonly item: object })[]> {
        const { treeDataProvider } = this.trees.get(id)!;
        const children = await treeDataProvider.getChildren(parent as never) as readonly never[];
        return Promise.all(children.map(async item => ({ ...await treeDataProvider.getTreeItem(item), item })));
    }

    /** Drags an item of a tree view to another one. */
    async drag(id: string, item: object, target: object | undefined): Promise<void> {
        const { dragAndDropController } = this.trees.get(id)!;
        const data = new Map<string, { value: unknown }>();
        await dragAndDropController!.handleDrag!([item as never], data as never, undefined as never);
        await dragAndDropController!.handleDrop!(target as never, data as never, undefined as never);
    }
}
