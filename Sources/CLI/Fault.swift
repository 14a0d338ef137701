import ArgumentParser
import Basics
import Bibliotheek
import Foundation
import Postvak
import Procesbot
import Recht
import Web

/// A failure as the person who typed the command reads it: what was wrong and what was expected.
struct Fault: Error, CustomStringConvertible {
    let description: String

    /// The words for an error of the house; nothing for one that speaks for itself.
    init?(_ error: any Error) {
        switch error {
        case let wrong as ValidationError: description = wrong.message
        case let refusal as CostRefusal: description = refusal.words
        case let refusal as InterestRefusal: description = refusal.words
        case let refusal as LetterRefusal: description = refusal.words
        case let refusal as BvvRefusal: description = refusal.words
        case let fault as LibraryFault: description = Words.found?.fault(fault) ?? "\(fault)"
        case let refusal as BronRefusal: description = Words.found?.refusal(refusal) ?? "\(refusal)"
        case let refusal as MailRefusal: description = Words.found?.refusal(refusal) ?? "\(refusal)"
        case let error as DecodingError: description = error.words
        case let error as CocoaError: description = error.words
        default: return nil
        }
    }
}

extension Words {
    /// The texts of commands, which speak English.
    static func ofCommands(in content: String) throws -> Words { try Words(.en, directory: content + "/teksten") }

    /// Those of the content that is found without being named; nothing where it is not there.
    fileprivate static var found: Words? { try? ofCommands(in: contentFolder(nil)) }
}

extension CostRefusal {
    fileprivate var words: String {
        switch self {
        case .noTariff(let day): "There is no tariff of collection costs for \(day) (recht/incassokosten.yaml)."
        case .amountOutOfRange: "A principal lies between 0.00 and \(largestAmount)."
        }
    }
}

extension InterestRefusal {
    fileprivate var words: String {
        switch self {
        case .noRate(let day): "There is no statutory rate for \(day) (recht/rente.yaml)."
        case .endsBeforeStart: "The last day lies before the first day of default: give --van before --tot."
        case .periodTooLong: "The period is longer than a hundred years."
        case .amountOutOfRange: "A principal or payment lies between 0.00 and \(largestAmount)."
        }
    }
}

extension LetterRefusal {
    fileprivate var words: String {
        switch self {
        case .sentBeforeDefault(let day):
            "The letter leaves before default begins on \(day), and has no effect then (BW 6:96 lid 6)."
        case .deliveredBeforeSent: "The letter would be delivered before it was sent."
        case .noRule(let day): "There is no rule for a letter of \(day) (recht/veertiendagenbrief.yaml)."
        }
    }
}

extension BvvRefusal {
    fileprivate var words: String {
        switch self {
        case .geenParameters(let day): "There are no figures for \(day) (recht/beslagvrije-voet.yaml)."
        case .missing(let field): "The field \(field) is missing or cannot be read; a day is written 2026-03-01."
        case .unknownField(let field): "The field \(field) is not known."
        case .notAnAmount(let field): "The field \(field) is not an amount such as \"1250.00\"."
        case .unknownWord(let field): "The field \(field) has a word that is not known there."
        case .amountOutOfRange(let field): "The field \(field) lies between 0.00 and \(largestAmount)."
        }
    }
}

extension DecodingError {
    fileprivate var words: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        let missing: String? = if case .keyNotFound(let key, _) = self { "\(key.stringValue) is missing." } else { nil }
        let place = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
        return "The file is not what was expected\(place.isEmpty ? "" : " at \(place)"): "
            + (missing ?? context?.debugDescription ?? "it cannot be read.")
    }
}

extension CocoaError {
    fileprivate var words: String {
        let path = userInfo[NSFilePathErrorKey] as? String ?? (userInfo[NSURLErrorKey] as? URL)?.path ?? "A file"
        return code == .fileReadNoSuchFile || code == .fileNoSuchFile
            ? "\(path) is not there." : "\(path) cannot be used: \(localizedDescription)"
    }
}
