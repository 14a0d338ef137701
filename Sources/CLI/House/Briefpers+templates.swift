import Basics
import Incasso
import Kanalen

extension Briefpers {
    /// The press that works with the templates of a folder.
    static func reading(_ folder: String) throws -> Briefpers {
        let templates = try LetterTemplates(folder: folder)
        return Briefpers { template, facts, language in
            let letter = try templates.letter(template, facts: facts, language: language)
            return Briefopmaak(onderwerp: letter.subject, html: letter.html, tekst: letter.text)
        }
    }
}
