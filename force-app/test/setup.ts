import { readFileSync } from 'node:fs';
import { registerSa11yMatcher } from '@sa11y/jest';
import { XMLParser } from 'fast-xml-parser';
import { resetDom } from './dom';

interface LabelFile {
    CustomLabels: { labels: { fullName: string; value: string }[] };
}

// Tests see the words that agents see; a label that is missing from the file shows as its name and fails them.
const file = readFileSync('force-app/main/default/labels/CustomLabels.labels-meta.xml', 'utf8');
const { CustomLabels } = new XMLParser({ parseTagValue: false }).parse(file) as LabelFile;
CustomLabels.labels.forEach(({ fullName, value }) => {
    jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), { virtual: true });
});

// The agent is Ana Silva, and no admin.
jest.doMock('@salesforce/user/Id', () => ({ __esModule: true, default: '005000000000001AAA' }), { virtual: true });
jest.doMock('@salesforce/userPermission/CustomizeApplication', () => ({ __esModule: true, default: undefined }), {
    virtual: true
});

registerSa11yMatcher();

// Nothing has a size here. Tests of what does call these.
Object.assign(globalThis, {
    ResizeObserver: class {
        observe = jest.fn();
        disconnect = jest.fn();
    }
});

afterEach(resetDom);
