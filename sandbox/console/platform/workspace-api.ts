import { wireAdapter } from './wire-adapter.ts';
import { workspace } from './workspace.ts';

/** As `lightning/platformWorkspaceApi`, as far as it is about which tabs there are. A tab's id is its record's. */

interface TabInfo {
    tabId: string;
    recordId: string | null;
    focused: boolean;
    title: string;
    url: string;
    isSubtab: boolean;
    subtabs: TabInfo[];
}

const LIST = 'list';

export const IsConsoleNavigation = wireAdapter((onData) => {
    onData(true);
    return () => undefined;
});

/** Every tab is drawn alone, so the enclosing one is the focused one; the utility bar has none, and is told the same. */
export const EnclosingTabId = wireAdapter((onData) => {
    onData(workspace.recordId ?? LIST);
    return () => undefined;
});

export function getFocusedTabInfo(): Promise<TabInfo> {
    return Promise.resolve(tabInfo(workspace.recordId ?? LIST));
}

export function getTabInfo(tabId: string): Promise<TabInfo> {
    return Promise.resolve(tabInfo(tabId));
}

export function getAllTabInfo(): Promise<TabInfo[]> {
    return Promise.resolve(workspace.openIds.map(tabInfo));
}

export function openTab({ recordId }: { recordId: string }): Promise<string> {
    workspace.open(recordId);
    return Promise.resolve(recordId);
}

export function focusTab(tabId: string): Promise<boolean> {
    workspace.open(tabId === LIST ? null : tabId);
    return Promise.resolve(true);
}

export function closeTab(tabId: string): Promise<boolean> {
    workspace.close(tabId);
    return Promise.resolve(true);
}

function tabInfo(tabId: string): TabInfo {
    const row = workspace.rows.find(({ recordId }) => recordId === tabId);
    return {
        tabId,
        recordId: tabId === LIST ? null : tabId,
        focused: tabId === (workspace.recordId ?? LIST),
        title: row?.name ?? '',
        url: location.href,
        isSubtab: false,
        subtabs: []
    };
}
