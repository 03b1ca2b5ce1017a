import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';

const openSampleCommand = 'sup.openSample';

interface Sample {
    /** The path below the folder of the samples. */
    readonly path: string;
    readonly label: string;
    readonly detail: string;
}

/** The plans that the extension brings, each in one file. */
function samples(): readonly Sample[] {
    return [
        { path: 'starter/starter.sup', label: l10n.t('Starter'), detail: l10n.t('A central site and a branch office with a WSUS server of its own') },
        { path: 'mistakes/synchronization.sup', label: l10n.t('Mistakes'), detail: l10n.t('Sites whose synchronization does not work: find out why, and fix them') },
        { path: 'scenarios/failures.sup', label: l10n.t('Failures'), detail: l10n.t('Scenarios: Microsoft Update is out of reach, servers stop, ports change') },
        { path: 'scenarios/perimeter.sup', label: l10n.t('Perimeter network'), detail: l10n.t('Internet clients, and a software update point that gets its updates by export and import') },
        { path: 'scenarios/cluster.sup', label: l10n.t('Cluster'), detail: l10n.t('A software update point on a network load balancing cluster') },
        { path: 'scenarios/fjordline.sup', label: l10n.t('Three tiers'), detail: l10n.t('A central site, primary sites and secondary sites behind slow links') }
    ];
}

/** The command that opens a copy of a sample, which the user can change and save. A link names the sample; otherwise the user chooses one. */
export function registerSamples(extensionUri: Uri): Disposable {
    return commands.registerCommand(openSampleCommand, async (path: unknown) => {
        const found = samples();
        const sample = found.find(each => each.path === path) ?? await window.showQuickPick(found, { title: l10n.t('Open Sample'), matchOnDetail: true });
        if (sample) {
            const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'examples', sample.path)));
            await window.showTextDocument(await workspace.openTextDocument({ language: 'sup', content }));
        }
    });
}
