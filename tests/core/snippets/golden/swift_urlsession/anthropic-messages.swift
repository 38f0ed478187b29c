import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/messages")!)
request.httpMethod = "POST"
request.setValue(ProcessInfo.processInfo.environment["YOUR_API_KEY", default: ""], forHTTPHeaderField: "x-api-key")
request.setValue("2023-06-01", forHTTPHeaderField: "anthropic-version")
request.setValue("some-beta-2025-01-01", forHTTPHeaderField: "anthropic-beta")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")

let body = #"{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}"#
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
