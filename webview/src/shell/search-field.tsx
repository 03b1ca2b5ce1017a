import { number } from '@sup/model';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { IconButton } from './icon-button.js';

/** Searches for sites and servers and steps through the matches. */
export function SearchField({ preview }: { readonly preview: Preview }): VNode {
    const { search } = preview;
    const input = useRef<HTMLInputElement>(null);
    useEffect(() => {
        const onKey = (event: KeyboardEvent): void => {
            const isTyping = event.target instanceof HTMLInputElement;
            if (event.key === 'f' && (event.ctrlKey || event.metaKey) || event.key === '/' && !isTyping) {
                event.preventDefault();
                input.current?.focus();
                input.current?.select();
            }
        };
        document.addEventListener('keydown', onKey);
        return () => document.removeEventListener('keydown', onKey);
    }, []);
    const goTo = (): void => {
        const { current } = search;
        if (current !== undefined) {
            preview.select(current);
        }
    };
    const step = (by: 1 | -1): void => {
        search.step(by);
        goTo();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
        if (event.key === 'Enter') {
            return search.current === preview.selection.value ? step(event.shiftKey ? -1 : 1) : goTo();
        }
        if (event.key === 'Escape') {
            search.setText('');
        }
    };
    const { length } = search.hits.value;
    const isSearching = search.text.value.trim() !== '';
    return <search class="search">
        <input ref={input} type="search" placeholder="Find a site or server" aria-label="Find a site or server" value={search.text} onInput={event => search.setText(event.currentTarget.value)} onKeyDown={onKeyDown} />
        <span class="search-count" role="status">{isSearching ? length === 0 ? 'none' : `${number(search.index.value + 1)} of ${number(length)}` : ''}</span>
        {isSearching && <>
            <IconButton icon="previous" label="Previous Match" isDisabled={length === 0} onPress={() => step(-1)} />
            <IconButton icon="next" label="Next Match" isDisabled={length === 0} onPress={() => step(1)} />
        </>}
    </search>;
}
