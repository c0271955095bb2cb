import '@lwc/synthetic-shadow';
import App from 'console/app';
import { createElement } from 'lwc';

document.body.append(createElement('console-app', { is: App }));
