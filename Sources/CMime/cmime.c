#include "cmime.h"
#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

static const char *fallback[] = {"utf-8", "windows-1252", NULL};
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { g_mime_init(); }

typedef struct {
    ontknoop_mail *mail;
    ontknoop_mail_limits limits;
    size_t room;
    size_t bytes;
    int alternatives;
} walk;

static char *copy(const char *text) { return strdup(text ? text : ""); }

static int is_alternative(GMimeObject *object) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return type && g_mime_content_type_is_type(type, "multipart", "alternative");
}

static int is_related(GMimeObject *object) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return type && g_mime_content_type_is_type(type, "multipart", "related");
}

/* A place for one part more; NULL when there are too many. */
static ontknoop_part *add(walk *w) {
    ontknoop_mail *mail = w->mail;
    if (mail->count >= w->limits.most_parts) {
        mail->cut = 1;
        return NULL;
    }
    if (mail->count == w->room) {
        size_t room = w->room ? w->room * 2 : 8;
        ontknoop_part *more = realloc(mail->parts, room * sizeof *more);
        if (!more) {
            mail->cut = 1;
            return NULL;
        }
        mail->parts = more;
        w->room = room;
    }
    ontknoop_part *part = &mail->parts[mail->count++];
    memset(part, 0, sizeof *part);
    return part;
}

/* Takes over the bytes of a stream in memory, as far as the limits allow. */
static void keep(walk *w, ontknoop_part *part, GByteArray *array) {
    size_t length = array->len;
    if (length > w->limits.largest_part || length > w->limits.most_bytes - w->bytes) {
        w->mail->cut = 1;
        part->damaged = 1;
        length = 0;
    }
    part->bytes = malloc(length + 1);
    if (!part->bytes) length = 0;
    if (length) memcpy(part->bytes, array->data, length);
    part->length = length;
    w->bytes += length;
}

static void replace(ontknoop_part *part, char *text, size_t length) {
    free(part->bytes);
    part->bytes = malloc(length + 1);
    part->length = part->bytes ? length : 0;
    if (part->length) memcpy(part->bytes, text, length);
    g_free(text);
}

static int convert(ontknoop_part *part, const char *charset) {
    gsize read = 0, written = 0;
    /* Who says Latin 1 means Windows-1252, as browsers know. */
    int western = g_ascii_strncasecmp(charset, "iso-8859-1", 11) == 0 || g_ascii_strcasecmp(charset, "us-ascii") == 0
        || g_ascii_strcasecmp(charset, "latin1") == 0;
    const char *name = western ? "WINDOWS-1252" : g_mime_charset_iconv_name(charset);
    char *text = g_convert((char *) part->bytes, (gssize) part->length, "UTF-8", name, &read, &written, NULL);
    if (!text) return 0;
    replace(part, text, written);
    return 1;
}

/* Letters become UTF-8. What is right UTF-8 already is taken for that, whatever it says of itself; what is not what it
   says is read as Western European, which every byte is something in. */
static void to_utf8(ontknoop_part *part, const char *charset) {
    int wide = charset && (g_ascii_strncasecmp(charset, "utf-16", 6) == 0 || g_ascii_strncasecmp(charset, "utf-32", 6) == 0
        || g_ascii_strncasecmp(charset, "iso-2022", 8) == 0 || g_ascii_strncasecmp(charset, "utf-7", 5) == 0);
    if (!wide && g_utf8_validate((char *) part->bytes, (gssize) part->length, NULL)) return;
    if (charset && *charset && g_ascii_strcasecmp(charset, "utf-8") != 0 && convert(part, charset)) return;
    part->damaged = charset && *charset;
    gsize read = 0, written = 0;
    char *text = g_convert_with_fallback(
        (char *) part->bytes, (gssize) part->length, "UTF-8", "WINDOWS-1252", "?", &read, &written, NULL);
    if (!text) text = g_convert((char *) part->bytes, (gssize) part->length, "UTF-8", "ISO-8859-1", &read, &written, NULL);
    if (text) replace(part, text, written);
}

static int flowed(GMimeContentType *type) {
    const char *format = g_mime_content_type_get_parameter(type, "format");
    if (!format || g_ascii_strcasecmp(format, "flowed") != 0) return 0;
    const char *delsp = g_mime_content_type_get_parameter(type, "delsp");
    return delsp && g_ascii_strcasecmp(delsp, "yes") == 0 ? 2 : 1;
}

static void take_part(walk *w, GMimePart *found, int alternative, int related) {
    ontknoop_part *part = add(w);
    if (!part) return;
    GMimeObject *object = (GMimeObject *) found;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    const char *name = g_mime_part_get_filename(found);
    int attached = (disposition && g_mime_content_disposition_is_attachment(disposition)) || (name && *name);
    part->alternative = alternative;
    part->related = related;
    part->name = copy(name);
    char *mime = g_mime_content_type_get_mime_type(type);
    part->type = copy(mime);
    g_free(mime);
    part->kind = ONTKNOOP_PART_FILE;
    if (!attached && g_mime_content_type_is_type(type, "text", "plain")) part->kind = ONTKNOOP_PART_PLAIN;
    if (!attached && g_mime_content_type_is_type(type, "text", "html")) part->kind = ONTKNOOP_PART_HTML;
    GMimeDataWrapper *content = g_mime_part_get_content(found);
    GMimeStream *memory = g_mime_stream_mem_new();
    if (content && g_mime_data_wrapper_write_to_stream(content, memory) < 0) part->damaged = 1;
    keep(w, part, g_mime_stream_mem_get_byte_array((GMimeStreamMem *) memory));
    g_object_unref(memory);
    if (part->kind == ONTKNOOP_PART_FILE) return;
    part->flowed = flowed(type);
    to_utf8(part, g_mime_content_type_get_parameter(type, "charset"));
}

/* A message within the message is kept as a file of its own. */
static void take_message(walk *w, GMimeMessagePart *found) {
    ontknoop_part *part = add(w);
    if (!part) return;
    GMimeMessage *message = g_mime_message_part_get_message(found);
    const char *subject = message ? g_mime_message_get_subject(message) : NULL;
    part->kind = ONTKNOOP_PART_FILE;
    part->type = copy("message/rfc822");
    char *name = g_strconcat(subject && *subject ? subject : "bericht", ".eml", NULL);
    part->name = copy(name);
    g_free(name);
    GMimeStream *memory = g_mime_stream_mem_new();
    if (message) g_mime_object_write_to_stream((GMimeObject *) message, NULL, memory);
    keep(w, part, g_mime_stream_mem_get_byte_array((GMimeStreamMem *) memory));
    g_object_unref(memory);
}

static void take(walk *w, GMimeObject *object, int depth, int alternative, int related) {
    if (!object) return;
    if (depth > w->limits.deepest) {
        w->mail->cut = 1;
        return;
    }
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *box = (GMimeMultipart *) object;
        int number = is_alternative(object) ? ++w->alternatives : alternative;
        int within = related || is_related(object);
        int count = g_mime_multipart_get_count(box);
        for (int i = 0; i < count && w->mail->count < w->limits.most_parts; i++)
            take(w, g_mime_multipart_get_part(box, i), depth + 1, number, within && i > 0);
        if (w->mail->count >= w->limits.most_parts) w->mail->cut = 1;
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        take_message(w, (GMimeMessagePart *) object);
    } else if (GMIME_IS_PART(object)) {
        take_part(w, (GMimePart *) object, alternative, related);
    }
}

static void take_address(InternetAddressList *list, char **name, char **address) {
    InternetAddress *first = list && internet_address_list_length(list) > 0 ? internet_address_list_get_address(list, 0) : NULL;
    *address = copy(first && INTERNET_ADDRESS_IS_MAILBOX(first) ? internet_address_mailbox_get_addr((InternetAddressMailbox *) first) : "");
    if (name) *name = copy(first ? internet_address_get_name(first) : "");
}

static char *header(GMimeMessage *message, const char *name) {
    return copy(g_mime_object_get_header((GMimeObject *) message, name));
}

static int has(GMimeMessage *message, const char *name) {
    return g_mime_object_get_header((GMimeObject *) message, name) != NULL;
}

static void take_head(ontknoop_mail *mail, GMimeMessage *message) {
    mail->message_id = copy(g_mime_message_get_message_id(message));
    mail->subject = copy(g_mime_message_get_subject(message));
    take_address(g_mime_message_get_from(message), &mail->from_name, &mail->from_address);
    take_address(g_mime_message_get_reply_to(message), NULL, &mail->reply_address);
    InternetAddressList *to = g_mime_message_get_to(message);
    char *shown = to ? internet_address_list_to_string(to, NULL, FALSE) : NULL;
    mail->to = copy(shown);
    g_free(shown);
    char *before = header(message, "In-Reply-To"), *references = header(message, "References");
    char *both = g_strconcat(before, " ", references, NULL);
    mail->answers = copy(both);
    g_free(both);
    free(before);
    free(references);
    mail->automatic = has(message, "Auto-Submitted") ? header(message, "Auto-Submitted")
        : has(message, "X-Autoreply") || has(message, "X-Autorespond") ? copy("auto-replied") : copy("");
    GDateTime *date = g_mime_message_get_date(message);
    mail->has_date = date != NULL;
    if (date) mail->date = g_date_time_to_unix(date);
}

ontknoop_mail *ontknoop_mail_read(const unsigned char *bytes, size_t length, ontknoop_mail_limits limits) {
    pthread_once(&once, begin);
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, fallback);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *) bytes, length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_persist_stream(parser, FALSE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    ontknoop_mail *mail = NULL;
    if (message && (has(message, "From") || has(message, "Subject") || has(message, "Message-Id") || has(message, "Date")
            || has(message, "Received")))
        mail = calloc(1, sizeof *mail);
    if (mail) {
        walk w = {mail, limits, 0, 0, 0};
        take_head(mail, message);
        take(&w, g_mime_message_get_mime_part(message), 0, 0, 0);
    }
    if (message) g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
    g_mime_parser_options_free(options);
    return mail;
}

void ontknoop_mail_free(ontknoop_mail *mail) {
    if (!mail) return;
    for (size_t i = 0; i < mail->count; i++) {
        free(mail->parts[i].name);
        free(mail->parts[i].type);
        free(mail->parts[i].bytes);
    }
    free(mail->parts);
    free(mail->message_id);
    free(mail->subject);
    free(mail->from_name);
    free(mail->from_address);
    free(mail->reply_address);
    free(mail->to);
    free(mail->answers);
    free(mail->automatic);
    free(mail);
}
