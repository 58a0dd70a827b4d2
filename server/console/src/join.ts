import '../../../extension/src/look/tokens.css';
import '../../../extension/src/look/base.css';
import './app.css';
import { mount } from 'svelte';
import Join from './views/Join.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('join.html lacks #app');
mount(Join, { target });
