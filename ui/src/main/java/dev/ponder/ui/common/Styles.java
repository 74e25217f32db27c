package dev.ponder.ui.common;

/** The style classes that views give and stylesheets know. */
public final class Styles {

    // of the base theme
    public static final String ACCENT = "accent";
    public static final String DANGER = "danger";
    public static final String OUTLINED = "button-outlined";
    public static final String FLAT = "flat";
    public static final String LEFT_PILL = "left-pill";
    public static final String RIGHT_PILL = "right-pill";
    public static final String CENTER_PILL = "center-pill";

    // text
    public static final String TITLE = "ponder-title";
    public static final String HEADING = "ponder-heading";
    public static final String MUTED = "ponder-muted";
    public static final String SMALL = "ponder-small";
    public static final String MONO = "ponder-mono";
    public static final String WRAPPED = "wrapped-text";
    public static final String RUN = "run";
    public static final String INVISIBLE = "run-invisible";

    // common controls
    public static final String TOOLTIP_LINE = "tooltip-line";
    public static final String SEGMENTS = "segments";
    public static final String ICON_BUTTON = "icon-button";
    public static final String DROPDOWN = "dropdown";
    public static final String NOTICES = "notices";
    public static final String MEASURE = "measure";
    public static final String NOTICES_HOLDER = "notices-holder";
    public static final String NOTICE = "notice";
    public static final String NOTICE_INFO = "notice-info";
    public static final String NOTICE_WARNING = "notice-warning";
    public static final String NOTICE_ERROR = "notice-error";
    public static final String LINE_ICON = "line-icon";
    public static final String TOASTS = "toasts";
    public static final String TOAST = "toast";
    public static final String KEY_CAP = "key-cap";
    public static final String FIELD_ERROR = "field-error";

    // shell
    public static final String SHELL = "shell";
    public static final String SIDEBAR = "sidebar";
    public static final String SIDEBAR_TOP = "sidebar-top";
    public static final String SIDEBAR_FOOT = "sidebar-foot";
    public static final String SIDEBAR_BUTTON = "sidebar-button";
    public static final String SIDEBAR_HINT = "sidebar-hint";
    public static final String CONVERSATIONS = "conversations";
    public static final String CONVERSATION = "conversation";
    public static final String CONVERSATION_HEADING = "conversation-heading";
    public static final String HEADER = "header";
    public static final String MODEL_BUTTON = "model-button";
    public static final String MODEL_DOT = "model-dot";
    public static final String METER = "meter";
    public static final String METER_BUTTON = "meter-button";
    public static final String LEDGER = "ledger";

    // chat
    public static final String CHAT = "chat";
    public static final String COMPOSER = "composer";
    public static final String COMPOSER_BOX = "composer-box";
    public static final String COMPOSER_TEXT = "composer-text";
    public static final String COMPOSER_BAR = "composer-bar";
    public static final String THINKING = "thinking-control";
    public static final String THINKING_NOTE = "thinking-note";
    public static final String BUDGET = "budget-control";
    public static final String TOOLS = "tools-switch";
    public static final String SEND = "send-button";
    public static final String ADD = "add-menu";
    public static final String ENCLOSED = "enclosed-chip";
    public static final String ENCLOSED_ROW = "enclosed-row";
    public static final String QUEUE = "queue";
    public static final String QUEUED = "queued";
    public static final String SCHEMA_TEXT = "schema-text";
    public static final String LIBRARY = "prompt-library";
    public static final String INSTRUCTED = "instructed";
    public static final String EMPTY = "empty-state";
    public static final String EXAMPLE = "example";
    public static final String SIDE_PANEL = "side-panel";
    public static final String SIDE_PANEL_HEAD = "side-panel-head";
    public static final String SIDE_PANEL_CONTENT = "side-panel-content";
    public static final String SIDE_PANEL_FOOT = "side-panel-foot";
    public static final String MODEL_LIST = "model-list";
    public static final String MODEL_ROW = "model-row";
    public static final String DROP_TARGET = "drop-target";
    public static final String DROP_LABEL = "drop-label";

    // settings, errors
    public static final String PAGE = "page";
    public static final String PAGE_HEADER = "page-header";
    public static final String CARD = "settings-card";
    public static final String CARD_GROUP = "settings-group";
    public static final String PAGE_COLUMN = "page-column";
    public static final String SETTING_ROW = "setting-row";
    public static final String SETTING_ROW_BELOW = "setting-row-below";
    public static final String ERROR_VIEW = "error-view";

    // models
    public static final String CHIP = "chip";
    public static final String FIT_MARK = "fit-mark";
    public static final String FIT_PLAIN = "fit-plain";
    public static final String FIT_DOT = "fit-dot";
    public static final String GOOD = "tone-good";
    public static final String FAIR = "tone-fair";
    public static final String BAD = "tone-bad";
    public static final String ARITHMETIC = "arithmetic";
    public static final String ARITHMETIC_BOX = "arithmetic-box";
    public static final String HERO = "hero";
    public static final String HERO_OTHERS = "hero-others";
    public static final String HERO_OTHER = "hero-other";
    public static final String FACTS = "facts";
    public static final String FACTS_GRID = "facts-grid";
    public static final String FILTERS = "filters";
    public static final String LINE = "line";
    public static final String NOTHING = "nothing";
    public static final String OFFERS = "offers";
    public static final String OFFER = "offer";
    public static final String OFFER_HEAD = "offer-head";
    public static final String OFFER_TITLE = "offer-title";
    public static final String OFFER_DETAILS = "offer-details";
    public static final String OFFERED_FILE = "offered-file";
    public static final String REPOSITORY = "repository";
    public static final String DOWNLOAD = "download";
    public static final String DOWNLOAD_ACTIONS = "download-actions";
    public static final String HELD = "held";
    public static final String HELD_FACTS = "held-facts";
    public static final String HELD_MEMORY = "held-memory";
    public static final String IMPORT = "import";
    public static final String QUESTION = "question";
    public static final String WAYS = "ways";
    public static final String CONNECTIONS = "connections-list";
    public static final String CONNECTIONS_COLUMN = "connections-column";
    public static final String WELCOME_PAGE = "welcome-page";
    public static final String WELCOME = "welcome";
    public static final String WELCOME_CARD = "welcome-card";

    // search
    public static final String SEARCH_SCRIM = "search-scrim";
    public static final String SEARCH_BOX = "search-box";
    public static final String SEARCH_TOP = "search-top";
    public static final String SEARCH_FOOT = "search-foot";
    public static final String SEARCH_LINE = "search-line";
    public static final String SEARCH_TITLE = "search-title";
    public static final String SEARCH_SNIPPET = "search-snippet";
    public static final String SEARCH_MARK = "search-mark";

    private Styles() {}
}
