public import Basics
import Mustache

/// The letters that ship as content: templates in, final words out.
public struct LetterTemplates: Sendable {
    private let templates: [String: LetterTemplate]
    private let common: [Fact]
    private let languages: [String: LetterLanguage]
    private let library: MustacheLibrary

    init(
        templates: [LetterTemplate], common: [Fact], languages: [String: LetterLanguage], texts: [String: String]
    ) throws(LetterFault) {
        self.templates = Dictionary(templates.map { ($0.code, $0) }) { first, _ in first }
        self.common = common
        self.languages = languages
        var library = MustacheLibrary()
        for (name, text) in texts.merging(
            LetterTemplates.subjects(of: templates), uniquingKeysWith: { first, _ in first })
        {
            do { try library.register(text, named: name) } catch {
                throw .unreadable(file: name, why: "\(error)")
            }
        }
        self.library = library
        for template in templates { try check(template, texts) }
    }

    /// All kinds of letter, by code.
    public var all: [LetterTemplate] { templates.values.sorted { $0.code < $1.code } }

    /// A letter with these facts, in Dutch when the language is not there.
    public func letter(_ code: String, facts: JSON, language asked: String = "nl") throws(LetterFault) -> Letter {
        guard let template = templates[code] else { throw .unknownTemplate(code) }
        let language = languages[asked] == nil ? "nl" : asked
        guard let writing = languages[language].map({ FactWriting(template: code, language: $0) }) else {
            throw .unknownLanguage(language)
        }
        var written = try writing.write(common + template.velden, from: facts)
        let subject = try subject(of: template, in: language, with: written)
        written["onderwerp"] = subject
        return Letter(
            subject: subject, html: try render("\(code)/brief_\(language)", written),
            text: try render("\(code)/mail_\(language)", written).trimmed + "\n",
            sms: library.render(written, withTemplate: "\(code)/sms_\(language)")?.trimmed)
    }

    private func subject(
        of template: LetterTemplate, in language: String, with facts: [String: Any]
    ) throws(LetterFault) -> String {
        guard template.onderwerp[language] != nil else { throw .unknownLanguage(language) }
        return try render("\(template.code)/onderwerp_\(language)", facts).trimmed
    }

    /// The subjects as texts without mark-up, by the names under which they are rendered.
    private static func subjects(of templates: [LetterTemplate]) -> [String: String] {
        templates.reduce(into: [:]) { texts, template in
            for (language, source) in template.onderwerp {
                texts["\(template.code)/onderwerp_\(language)"] = "{{% CONTENT_TYPE:TEXT}}" + source
            }
        }
    }

    private func render(_ name: String, _ facts: [String: Any]) throws(LetterFault) -> String {
        guard let text = library.render(facts, withTemplate: name) else { throw .missingPart(name, file: name) }
        return text
    }

    private func check(_ template: LetterTemplate, _ texts: [String: String]) throws(LetterFault) {
        let check = TemplateCheck(
            texts: texts.merging(template.onderwerp.map { ("\(template.code)/onderwerp_\($0)", $1) }) { $1 },
            facts: common + template.velden)
        for language in languages.keys.sorted() {
            for part in ["brief", "mail", "onderwerp"] { try check.check("\(template.code)/\(part)_\(language)") }
            let sms = "\(template.code)/sms_\(language)"
            if texts[sms] != nil { try check.check(sms) }
        }
    }
}
