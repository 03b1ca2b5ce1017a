import { fields, isCount, isFlag, isLocation, isNull, isObject, isText, isWorkspaceEdit, listOf, optional, orNull, type Shape } from '../support/lsp-schema.js';

// The shapes of the answers to this server's own requests, which protocol/src defines.

const isScenario: Shape = value => isLocation(value) && fields({ title: isText, hierarchy: optional(isText), expectations: listOf(fields({ text: isText, range: isObject })) })(value);
const isStep = fields({ time: isText, text: isText, places: listOf(isLocation) });
const isVerdict: Shape = value => ['held', 'broken', 'untested'].includes(value as string);
const isOutcome = fields({ expectations: listOf(fields({ text: isText, range: isObject, verdict: isVerdict, steps: listOf(isStep) })), headline: listOf(isText), milliseconds: value => Number.isFinite(value) });
const isCoverage = fields({ uri: isText, parts: listOf(fields({ name: isText, range: isObject, used: isFlag, failed: isFlag })) });
const isPossible = fields({ label: isText, event: isText, isRepair: isFlag, documentation: isText });

export const supResultShapes: Readonly<Record<string, Shape>> = {
    'sup/acceptRisk': orNull(isWorkspaceEdit),
    'sup/preview': orNull(fields({ scene: isObject, scenarios: listOf(fields({ title: isText, duration: isCount })) })),
    'sup/locate': orNull(isLocation),
    'sup/locateScenario': orNull(isLocation),
    'sup/partAt': orNull(isText),
    'sup/hierarchyFiles': orNull(listOf(isText)),
    'sup/editorLevels': fields({ onlyHere: listOf(isText), overruled: listOf(isText) }),
    'sup/newHierarchy': isText,
    'sup/compareWithReality': orNull(value => fields({ objection: isText })(value) || fields({ differences: listOf(isObject), files: listOf(isText), messages: listOf(isText), uncompared: isCount, isIncomplete: isFlag })(value)),
    'sup/import': value => fields({ objection: isText })(value) || fields({ hierarchy: isText, files: listOf(fields({ name: isText, text: isText })), messages: listOf(isText) })(value),
    'sup/planTree': orNull(listOf(fields({ id: isText, kind: isText, label: isText, detail: isText, errors: isCount, warnings: isCount, hasChildren: isFlag, location: isLocation }))),
    'sup/moveTargets': orNull(fields({ site: isText, parents: listOf(fields({ code: isText, title: isText })) })),
    'sup/branchToCopy': orNull(fields({ site: isText, title: isText, sites: listOf(isText), codes: listOf(isText), objection: optional(isText) })),
    'sup/duplicateSite': orNull(value => fields({ objection: isText })(value) || fields({ edit: isWorkspaceEdit })(value)),
    'sup/moveSite': orNull(value => fields({ objection: isText })(value) || fields({ edit: isWorkspaceEdit })(value)),
    'sup/possibleEvents': orNull(listOf(isPossible)),
    'sup/play': orNull(fields({ run: isCount, recording: isObject, refused: listOf(fields({ index: isCount, message: isText })), lines: isCount })),
    'sup/outages': orNull(fields({ title: isText, detail: isText, sites: listOf(fields({ site: isText, failure: isText, clients: isCount })) })),
    'sup/log': orNull(fields({ total: isCount, from: isCount, lines: listOf(fields({ at: isCount, component: isText, text: isText })) })),
    'sup/scenarioEdit': orNull(fields({ title: isText, edit: isWorkspaceEdit })),
    'sup/compare': orNull(fields({ before: isObject, after: isObject, both: isObject, comparison: isObject })),
    'sup/export': orNull(isText),
    'sup/variants': orNull(isText),
    'sup/describe': orNull(isText),
    'sup/scenarios': listOf(isScenario),
    'sup/runScenario': orNull(isOutcome),
    'sup/trace': orNull(isText),
    'sup/coverage': listOf(isCoverage),
    'sup/sweep': orNull(isText),
    'sup/advise': orNull(isText),
    'sup/explain': orNull(fields({ text: isText, links: listOf(fields({ range: isObject, target: value => isText(value) || isLocation(value) })) }))
};

/** The parameters of a notification without any: the library sends a list that holds one null. */
const isNothing: Shape = value => value === undefined || listOf(isNull)(value);
export const supSentShapes: Readonly<Record<string, Shape>> = {
    'sup/scenariosChanged': isNothing,
    'sup/previewChanged': isNothing,
    'sup/editorLevelsChanged': isNothing,
    'sup/scenarioOutcomes': fields({ reports: listOf(fields({ target: fields({ textDocument: fields({ uri: isText }), title: isText }), outcome: isOutcome })) })
};
