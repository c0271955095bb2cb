/** A GoTallo that confirms every call at once. */
import { obligingGoTallo } from '../../fakes/gotallo.ts';
import { withBody } from '../../fakes/server.ts';
import { serve } from './serve.ts';

await serve(withBody(obligingGoTallo()));
