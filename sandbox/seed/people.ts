import type { ConversationState } from '#contract';
import type { Customer } from '../gotallo/conversation.ts';

/** A line of a seeded transcript: minutes ago, who (`<` customer, `>` agent), text. */
type SeedLine = readonly [minutesAgo: number, direction: '<' | '>', text: string];

/** A record to open in the console, and the conversation behind it. */
export interface SeedPerson {
    customer: Customer;
    company: string;
    object: 'Lead' | 'Case' | 'Social25__Heroku_Message__c';
    medium: string;
    /** The state in GoTallo; null: the record has no conversation id. */
    state: ConversationState | null;
    /** Whether the conversation's messages are in Salesforce. */
    synced: boolean;
    lines: readonly SeedLine[];
    /** What to try with this record, in one sentence. */
    hint: string;
}

function customer(firstName: string, lastName: string, phone: string | null = null): Customer {
    return { firstName, lastName, phone };
}

/** The people of the sandbox: several channels, every state, every way from a record to a conversation. */
export const PEOPLE: readonly SeedPerson[] = [
    {
        customer: customer('Maria', 'Lopez', '34600112233'),
        company: 'Lopez Ceramics',
        object: 'Lead',
        medium: 'whatsapp',
        state: 'OPEN',
        synced: true,
        lines: [
            [64, '<', 'Hi! Is my order 4711 on its way?'],
            [61, '>', 'Good afternoon Maria, it left our warehouse this morning.'],
            [58, '<', 'Great, thank you'],
            [4, '<', 'EARN 5000 A DAY WITH CRYPTO http://coins.example'],
            [2, '<', 'EARN 5000 A DAY WITH CRYPTO http://coins.example']
        ],
        hint: 'Block her and write as the customer: WhatsApp itself keeps the message back.'
    },
    {
        customer: customer('Jonas', 'Weber'),
        company: 'Weber Bikes',
        object: 'Lead',
        medium: 'facebook',
        state: 'CLOSED',
        synced: true,
        lines: [
            [3000, '<', 'Do you repair e-bikes?'],
            [2990, '>', 'We do. Would Thursday suit you?'],
            [2981, '<', 'Perfect, see you then'],
            [2980, '>', 'See you on Thursday!']
        ],
        hint: 'Write as the customer: a closed conversation opens again, a blocked one does not.'
    },
    {
        customer: customer('Yuki', 'Tanaka'),
        company: 'Tanaka Trading',
        object: 'Lead',
        medium: 'line',
        state: 'AUTO_BOT',
        synced: false,
        lines: [[12, '<', 'What are your opening hours?']],
        hint: 'The bot answers, so nothing that is written here reaches Salesforce.'
    },
    {
        customer: customer('Omar', 'Haddad'),
        company: 'Haddad & Sons',
        object: 'Lead',
        medium: 'telegram',
        state: 'BLOCKED',
        synced: true,
        lines: [
            [300, '<', 'You are all idiots'],
            [295, '>', 'I would like to help you, Omar. What went wrong?'],
            [293, '<', 'I know where your office is']
        ],
        hint: 'Blocked by Dana. Unblock him, write as the customer, and the next message arrives.'
    },
    {
        customer: customer('Chloe', 'Martin'),
        company: 'Atelier Martin',
        object: 'Lead',
        medium: 'instagram',
        state: 'EXPIRED',
        synced: true,
        lines: [
            [61_000, '<', 'Love the new collection!'],
            [60_990, '>', 'Thank you Chloe!']
        ],
        hint: 'An expired conversation cannot be used anymore: there is nothing to press.'
    },
    {
        customer: customer('Priya', 'Nair', '919800112233'),
        company: 'Nair Logistics',
        object: 'Case',
        medium: 'whatsapp',
        state: 'OPEN',
        synced: true,
        lines: [
            [95, '<', 'My invoice shows the wrong address'],
            [90, '>', 'Thank you for telling us, Priya. I am correcting it.'],
            [9, '<', 'Any news?']
        ],
        hint: 'A case of Priya Nair: the admin named Contact.GoTallo_Conversation_Id__c as the way to the conversation.'
    },
    {
        customer: customer('Diego', 'Ruiz'),
        company: 'Ruiz Studio',
        object: 'Social25__Heroku_Message__c',
        medium: 'instagram',
        state: 'OPEN',
        synced: true,
        lines: [
            [33, '<', 'Hola, can I book a studio for Friday?'],
            [30, '>', 'Hello Diego, morning or afternoon?'],
            [21, '<', 'Afternoon please']
        ],
        hint: 'The component on the record page of a Heroku Message. Instagram can block at any time.'
    },
    {
        customer: customer('Ben', 'Okafor', '2348030112233'),
        company: 'Okafor Prints',
        object: 'Lead',
        medium: 'whatsapp',
        state: 'OPEN',
        synced: true,
        lines: [
            [1_800, '<', 'Win a phone, click here http://phones.example'],
            [1_790, '>', 'Please stop sending us advertisements.']
        ],
        hint: 'He wrote more than 24 hours ago, so WhatsApp refuses a block. Then write as him, and block him on WhatsApp.'
    },
    {
        customer: customer('Nora', 'Lind'),
        company: 'Lind Interiors',
        object: 'Lead',
        medium: 'telegram',
        state: 'OPEN',
        synced: true,
        lines: [
            [41, '<', 'Is the oak table still there?'],
            [38, '>', 'It is, Nora. Shall we put it aside?'],
            [6, '<', 'JOIN MY CHANNEL AND EARN'],
            [5, '<', 'JOIN MY CHANNEL AND EARN']
        ],
        hint: 'Telegram cannot block. Block her and write as the customer: no Heroku Message appears.'
    },
    {
        customer: customer('Tom', 'Becker'),
        company: 'Becker Garden',
        object: 'Lead',
        medium: 'facebook',
        state: 'OPEN',
        synced: false,
        lines: [[7, '<', 'Hello?']],
        hint: 'Salesforce has no message of his yet, so nobody knows the state; he can be blocked all the same.'
    },
    {
        customer: customer('Lena', 'Fischer', '4917600112233'),
        company: 'Fischer Optik',
        object: 'Lead',
        medium: 'whatsapp',
        state: null,
        synced: false,
        lines: [],
        hint: 'This lead has no conversation yet.'
    }
];
