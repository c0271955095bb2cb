import express, { Router } from 'express';
import type { AuraParameters, GoTalloConversationController } from '../org/apex/gotallo-conversation-controller.ts';
import type { GoTalloSetupController } from '../org/apex/gotallo-setup-controller.ts';
import type { LocalOrg } from '../org/org.ts';
import { languageOf } from './languages.ts';

/** The classes that components can call, by name. */
export interface AuraControllers {
    GoTalloConversationController: Pick<GoTalloConversationController, 'run'>;
    GoTalloSetupController: Pick<GoTalloSetupController, 'run'>;
}

/**
 * `POST /aura/<Class>.<method>`: calls Apex as the user that the page names, in the language that it names, answering
 * errors as Lightning does.
 */
export function auraRouter(controllers: AuraControllers, org: LocalOrg): Router {
    const router = Router();
    router.post('/aura/:name', express.json(), async (request, response) => {
        const user = org.findUser(request.header('x-sandbox-user') ?? '');
        const { code: language } = languageOf(request.header('x-sandbox-language'));
        const [className = '', method = ''] = request.params.name.split('.');
        const controller = Object.hasOwn(controllers, className)
            ? controllers[className as keyof AuraControllers]
            : undefined;
        if (!user || !controller) return void response.status(404).json(auraError('No such action.'));
        const result = await controller.run(method, request.body as AuraParameters, { ...user, language });
        if (!result) response.status(404).json(auraError('No such action.'));
        else if ('view' in result) response.json(result.view);
        else response.status(500).json(auraError(result.error));
    });
    return router;
}

function auraError(message: string): object {
    return { exceptionType: 'System.AuraHandledException', isUserDefinedException: false, message, stackTrace: '' };
}
