import type { Connection } from 'vscode-languageserver';
import { newHierarchy } from '@sup/language';
import { newHierarchyLimits } from '@sup/model';
import { NewHierarchyRequest } from '@sup/protocol/server';
import { isCount, isName } from '../parameters/shapes.js';
import { answer } from './answer.js';

/** Handles `sup/newHierarchy`. The answers become text of a plan, so they are validated first. */
export function handleNewHierarchy(connection: Connection): void {
    answer(connection, NewHierarchyRequest, {
        expected: `a name, up to ${newHierarchyLimits.regions} regions, a mode, whether there are clients on the Internet, and a bandwidth`,
        isValid: ({ name, regions, mode, internet, bandwidth }) => isName(name) && Array.isArray(regions) && regions.length <= newHierarchyLimits.regions && regions.every(isName)
            && (mode === 'native' || mode === 'mixed') && typeof internet === 'boolean' && isCount(bandwidth) && bandwidth > 0
    }, params => newHierarchy(params));
}
