import { runToEnd, Simulation } from '@sup/simulation';
import { expect, test } from 'vitest';
import { newHierarchy, type NewHierarchy } from '@sup/language';
import { formatted } from '../support/formatted.js';
import { workspaceWith } from '../support/workspace.js';

const combinations: readonly NewHierarchy[] = [[], ['Europe'], ['Europe', 'Americas', 'Asia-Pacific'], ['Süd', 'Süd', 'CON', '東京']].flatMap(regions =>
    (['mixed', 'native'] as const).flatMap(mode => [false, true].flatMap(internet => [512, 2_000, 10_000, 100_000].map(bandwidth =>
        ({ name: 'Contoso', regions, mode, internet, bandwidth })))));

test.each(combinations)('a new hierarchy has no problems, and passes its scenario: $regions, $mode, Internet clients $internet, $bandwidth kbps', async answers => {
    const text = newHierarchy(answers);
    expect(await formatted(text)).toBe(text);
    const workspace = await workspaceWith(text);
    expect(workspace.findings('plan.sup').filter(({ shownAs }) => shownAs !== 'hint').map(({ rule, message }) => `${rule.id}: ${message.what}`)).toEqual([]);
    const document = workspace.document('plan.sup');
    const { hierarchies } = workspace.services.analysis;
    const { judgements, isExhausted } = runToEnd(new Simulation(hierarchies.of(document), hierarchies.scenariosOf(document)[0]!, {}).inChunks());
    expect({ isExhausted, verdicts: judgements.map(({ verdict }) => verdict) }).toEqual({ isExhausted: false, verdicts: judgements.map(() => 'held') });
});

test('a new hierarchy takes any name', async () => {
    for (const name of ['A "quoted" name', '  ', '東京', 'hierarchy', 'x'.repeat(100), '-']) {
        const workspace = await workspaceWith(newHierarchy({ name, regions: [name], mode: 'native', internet: true, bandwidth: 512 }));
        expect(workspace.findings('plan.sup').filter(({ shownAs }) => shownAs === 'error').map(({ rule, message }) => `${rule.id}: ${message.what}`)).toEqual([]);
    }
});
