// Room: webview. Owns the preview page: the picture, playback of runs, what-if events and comparisons. Called by: the browser in a panel of
// the editor. Absent: the editor, the text of plans, rules and simulations; the page requests those from the extension.

import { effect } from '@preact/signals';
import { hostColors, stylesheet } from '@sup/picture';
import { render } from 'preact';
import { measureTextOfPage } from './picture/measure-text.js';
import { App } from './shell/app.js';
import { Preview } from './state/preview.js';
import './style/theme.css';
import './style/controls.css';
import './style/page.css';
import './style/picture.css';
import './style/headline.css';
import './style/time.css';
import './style/strips.css';
import './style/log.css';
import './style/overlay.css';
import './style/what-if.css';
import './style/comparison.css';
import './style/rollout.css';

// The style of the picture, which an exported file embeds. The content security policy allows a constructed style sheet but not a style element.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${hostColors()}\n${stylesheet('host')}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

measureTextOfPage();
const preview = new Preview();
// The notice that the page is loading, which was there before this script.
document.body.replaceChildren();
render(<App preview={preview} />, document.body);
effect(() => preview.channel.remember(preview.view.value));
preview.channel.send({ kind: 'ready' });
