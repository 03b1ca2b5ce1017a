import { l10n, type Uri } from 'vscode';
import type { PlanFile } from '@sup/protocol/server';
import { type GitRef, RefType, type Repository } from './git.js';
import { type CurrentPlan, heading, readAll, type VersionItem } from './version.js';

/** The latest branches, tags and commits are offered. */
const maxRefs = 60;
const maxCommits = 30;

/** The versions of a plan in Git: the last commit, branches and tags, and earlier commits. */
export async function revisionsOf(repository: Repository, plan: CurrentPlan): Promise<readonly VersionItem[]> {
    const { HEAD: head } = repository.state;
    if (!head?.commit) {
        return []; // no commits yet
    }
    const version = (label: string, revision: string, name: string, description: string | undefined): VersionItem =>
        ({ label, description, read: async () => ({ name, files: await filesAt(repository, revision, plan) }) });
    const [refs, commits] = await Promise.all([
        repository.getRefs({ sort: 'committerdate', count: maxRefs }).catch(() => []),
        repository.log({ maxEntries: maxCommits }).catch(() => [])
    ]);
    return [
        heading(l10n.t('Git')),
        version('$(git-commit) HEAD', head.commit, head.name ?? short(head.commit), head.name),
        ...refs.flatMap(({ type, name, commit }) => name && commit ? [version(`${icons[type]} ${name}`, commit, name, short(commit))] : []),
        heading(l10n.t('Commits')),
        ...commits.map(({ hash, message, authorName }) => version(`$(git-commit) ${message.split('\n', 1)[0]}`, hash, short(hash), [short(hash), authorName].filter(Boolean).join(' · ')))
    ];
}

const icons: Readonly<Record<GitRef['type'], string>> = { [RefType.Head]: '$(git-branch)', [RefType.RemoteHead]: '$(cloud)', [RefType.Tag]: '$(tag)' };

const short = (hash: string): string => hash.slice(0, 8);

/** The files of a plan at a revision, including those that have been deleted or renamed since. */
async function filesAt(repository: Repository, revision: string, { files }: CurrentPlan): Promise<readonly PlanFile[]> {
    const changes = await repository.diffWith(revision).catch(() => []);
    const earlier = changes.map(({ originalUri }) => originalUri).filter(({ path }) => path.endsWith('.sup'));
    const all = new Map<string, Uri>([...files, ...earlier].map(uri => [uri.toString(), uri]));
    return readAll([...all.values()], ({ fsPath }) => repository.show(revision, fsPath));
}
