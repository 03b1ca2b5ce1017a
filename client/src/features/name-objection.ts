import { l10n } from 'vscode';
import { isVisibleText, newHierarchyLimits } from '@sup/model';

/** Why an input box refuses a name that would become text of a plan. It may be empty. */
export function objectionToName(name: string): string | undefined {
    return name.length > newHierarchyLimits.nameLength ? l10n.t('A name has at most {0} characters.', newHierarchyLimits.nameLength)
        : !isVisibleText(name) ? l10n.t('A name has no control characters and no invisible characters. Type the name instead of pasting it.')
        : undefined;
}
