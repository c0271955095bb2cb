import { testStories } from './support/test-stories.ts';

testStories(4);
