import ArgumentParser
import Basics
import Foundation
import Procesbot
import Taalmodel

/// Asks the adviser, without a zaak and without a network.
struct Advise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise", abstract: "Advise on a question from a library of work instructions.",
        discussion: "A question by itself is answered: ontknoop advise --library DIR [--facts FACTS.json] "
            + "[--datum 2026-12-31] [--zaaktype TYPE] [--stap STEP] [--json] \"the question\". All options: ontknoop help advise vraag.",
        subcommands: [AdviseQuestion.self, AdviseEval.self], defaultSubcommand: AdviseQuestion.self)
}

/// What the commands of the adviser share.
struct AdviceOptions: ParsableArguments {
    @Option(help: "The folder with work instructions and models.") var library: String
    @Option(help: "The content folder. Default ./Content or ONTKNOOP_CONTENT.") var content: String?
    @Option(help: "The day that counts as today, such as 2026-12-31.", transform: Day.typed) var datum: Day?
    @Flag(help: "Answer as JSON, on one line.") var json = false

    var day: Day { datum ?? House.realTime().day }

    func adviser() throws -> Adviser {
        let folder = contentFolder(content)
        let tables = try AdviserContent(folder: folder + "/adviseur")
        let read = try LibraryFolder().library(at: library, words: tables.words)
        for flaw in read.diagnostics { tell("\(flaw.document): \(flaw.diagnostic)") }
        guard !read.current.isEmpty else {
            throw ValidationError(
                "\(library) holds nothing to advise from: expected are .md, .html, .txt, .docx, .odt, .pdf, .bpmn or .dmn files."
            )
        }
        return try Adviser(read, tables)
    }
}

/// One question.
struct AdviseQuestion: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vraag", abstract: "Advise on one question.")

    @Argument(help: "The question.") var vraag: String
    @OptionGroup var options: AdviceOptions
    @Option(help: "A JSON file with what is known of the case.") var facts: String?
    @Option(help: "Only sources that are meant for this zaaktype, or for all.") var zaaktype: String?
    @Option(help: "Only sources that are meant for this step, or for all.") var stap: [String] = []
    @OptionGroup var wording: WordingOptions
    @OptionGroup var search: MeaningOptions

    /// Facts by their names, or a list of them in words.
    private func readFacts(_ path: String) throws -> JSON {
        let json = try readJSON(path)
        guard json.fields != nil || json.elements != nil else {
            throw ValidationError(
                "\(path) holds no facts: expected is an object such as {\"inkomen\": 1850}, or a list.")
        }
        return json
    }

    func run() async throws {
        let known = try facts.map { try readFacts($0) }
        let scope = SourceScope(zaaktype: zaaktype, steps: stap)
        let (adviser, meanings) = try await search.know([vraag], try options.adviser(), config: wording.config)
        let advice = adviser.advise(
            vraag, facts: known, on: options.day, for: scope, meaning: meanings[vraag])
        let worded = try await wording.worded(advice, vraag: vraag, adviser)
        guard !options.json else { return show(advice.json.adding("verwoording", worded), asJSON: true) }
        print(advice.words)
        if let worded { print("\nIn de woorden van het taalmodel:\n\(worded.pretty)") }
    }
}

/// Having the advice worded by the language model that the settings name; not by default.
struct WordingOptions: ParsableArguments {
    @Flag(help: "Have the language model of the settings word the advice (ONTKNOOP_LANGUAGE_MODEL_URL and its likes).")
    var worded = false
    @Option(help: "A JSON file with settings; see docs/operations.md.") var config: String?

    /// What the model made of it, as JSON; nothing unless asked for, or for a refusal.
    func worded(_ advice: Advice, vraag: String, _ adviser: Adviser) async throws -> JSON? {
        guard worded else { return nil }
        guard let settings = TaalmodelSettings(try await Settings.reader(config)) else {
            throw ValidationError("No language model is set: ONTKNOOP_LANGUAGE_MODEL_URL.")
        }
        guard let opgave = try Opgave(advice, vraag: vraag, adviser) else { return nil }
        return await Verwoorder(settings, adviser).verwoord(opgave).json(model: settings.model)
    }
}

extension JSON {
    /// An object with one more field, when there is one.
    fileprivate func adding(_ name: String, _ value: JSON?) -> JSON {
        guard let value, case .object(var fields) = self else { return self }
        fields[name] = value
        return .object(fields)
    }
}

/// A file of questions with what a good advice holds.
struct AdviseEval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure the adviser on a file of questions.")

    @Argument(help: "The questions, as YAML or JSON.") var file: String
    @OptionGroup var options: AdviceOptions
    @OptionGroup var search: MeaningOptions
    @Option(help: "A JSON file with settings; see docs/operations.md.") var config: String?

    func run() async throws {
        let questions = try questions()
        let (adviser, meanings) = try await search.know(
            questions.map(\.vraag), try options.adviser(), config: config)
        let evaluation = AdviceEvaluation(questions, of: adviser, on: options.day, meanings: meanings)
        show(evaluation.json, asJSON: options.json)
    }

    /// The questions; a file that cannot be read so is named.
    private func questions() throws -> [TestQuestion] {
        let text = String(decoding: try bytes(of: file), as: UTF8.self)
        do {
            let questions = try TestQuestion.list(from: text)
            guard !questions.isEmpty else { throw ValidationError("\(file) holds no questions.") }
            return questions
        } catch let refused as ValidationError { throw refused } catch {
            throw ValidationError("\(file) is no list of questions: \(Fault(error)?.description ?? "\(error)")")
        }
    }
}
