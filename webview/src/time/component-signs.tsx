import type { WorkingComponent } from '@sup/playback';
import type { VNode } from 'preact';

const componentSigns: Readonly<Record<WorkingComponent, { readonly letters: string; readonly name: string }>> = {
    SMS_WSUS_SYNC_MANAGER: { letters: 'SYNC', name: 'Synchronization Manager is working' },
    SMS_WSUS_CONFIGURATION_MANAGER: { letters: 'WCM', name: 'WSUS Configuration Manager is working' },
    SMS_WSUS_CONTROL_MANAGER: { letters: 'CTRL', name: 'WSUS Control Manager is working' }
};

/** The components that are working, as abbreviations. */
export function ComponentSigns({ working, right }: { readonly working: readonly WorkingComponent[]; readonly right: number }): VNode {
    return <>{working.map((component, i) => {
        const { letters, name } = componentSigns[component];
        return <g key={component} transform={`translate(${right - 34 * (i + 1)} 11)`}><title>{name}</title><rect class="component" width="32" height="14" rx="3" /><text class="component-text" x="16" y="10.5" text-anchor="middle">{letters}</text></g>;
    })}</>;
}
