import { clientsOf } from '@sup/model';
import { answeringDuration, EventBudgetError, hoursOf, mapProgress, plainScenario, settledByDefault, Simulation, type SimulationResult, stopText, sweep } from '@sup/simulation';
import type { Variant, VariantFigures } from './variant.js';

/** The share of the work that the run without failures takes; the rest simulates failures. */
const plainShare = 0.1;

/** Computes the figures of a plan: those of the plan itself, of a run without failures, and of a run with each single failure. Yields its progress, from 0 to 1. */
export function* variantFigures({ label, hierarchy, problems, options, acceptedRisks }: Variant): Generator<number, VariantFigures> {
    const { sites } = hierarchy;
    const count = (severity: string): number => problems.filter(problem => problem.severity === severity).length;
    const [errors, warnings] = [count('error'), count('warning')];
    const figures = {
        label, hierarchy: hierarchy.name, sites: sites.length, servers: sum(sites.map(site => site.servers.length)), clients: sum(sites.map(clientsOf).map(({ intranet, internet }) => intranet + internet)),
        errors, warnings, others: problems.length - errors - warnings, acceptedRisks
    };
    if (sites.length === 0) {
        return { ...figures, lastClient: undefined, peakLoad: undefined, worstFailure: undefined, notes: [] };
    }
    const plain = yield* mapProgress(new Simulation(hierarchy, plainScenario(answeringDuration(hierarchy, options.assumptions)), settledByDefault(options)).inChunks(), share => share * plainShare);
    try {
        const { impacts } = yield* mapProgress(sweep(hierarchy, options), ({ done, of }) => plainShare + done / of * (1 - plainShare));
        const [worst] = impacts;
        const worstFailure = worst && worst.clients > 0 ? { what: stopText(hierarchy, worst.target), clients: worst.clients, clientHours: Math.round(hoursOf(worst)) } : undefined;
        return { ...figures, ...runFigures(plain), worstFailure };
    } catch (error) {
        if (!(error instanceof EventBudgetError)) {
            throw error;
        }
        const { notes, ...others } = runFigures(plain);
        return { ...figures, ...others, worstFailure: undefined, notes: [...notes, error.message] };
    }
}

function runFigures({ bound, summary: { points }, isExhausted }: SimulationResult): Pick<VariantFigures, 'lastClient' | 'peakLoad' | 'notes'> {
    const [busiest] = [...points].sort((a, b) => b.peakScansPerHour - a.peakScansPerHour);
    return {
        lastClient: bound.minutes,
        peakLoad: busiest && busiest.peakScansPerHour > 0 && !isExhausted ? { scansPerHour: busiest.peakScansPerHour, server: busiest.point.host.name } : undefined,
        notes: [...bound.reason ? [bound.reason.text] : [], ...isExhausted ? ['The run without failures was stopped early, because it had too many events.'] : []]
    };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
