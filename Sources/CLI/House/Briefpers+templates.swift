import Basics
import Incasso
import Kanalen

extension Briefpers {
    /// The press that works with the templates of a folder.
    static func reading(_ folder: String) throws -> Briefpers {
        let templates = try LetterTemplates(folder: folder)
        return Briefpers { template, facts, language in
            let letter: Letter
            do { letter = try templates.letter(template, facts: facts, language: language) } catch {
                throw Briefgebrek(error)
            }
            return Briefopmaak(onderwerp: letter.subject, html: letter.html, tekst: letter.text)
        }
    }
}

extension Briefgebrek {
    /// What the templates said, as far as a person can do something with it.
    init(_ error: any Error) {
        switch error as? LetterFault {
        case .missingFact(let fact, _): self = .ontbreekt(fact)
        case .wrongKind(let fact, _, _): self = .andereSoort(fact)
        case .unknownTemplate, .unknownLanguage, .unreadable, .undeclaredName, .unescaped, .missingPart, nil:
            self = .sjabloon
        }
    }
}
