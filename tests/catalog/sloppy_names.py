# SPDX-License-Identifier: MIT
"""What people type, and the model of the shipped catalogue whose newest version must come first."""

FIRST_HITS = {
    # the name, with and without what stands between its parts
    "gpt-5": "gpt-5",
    "o3": "o3",
    "whisper": "whisper",
    "GPT-4o": "gpt-4o",
    "gpt4o": "gpt-4o",
    "o4-mini": "o4-mini",
    "o4 mini": "o4-mini",
    "phi4": "Phi-4",
    "gpt 5 mini": "gpt-5-mini",
    "gpt5 mini": "gpt-5-mini",
    "gpt-4o mini": "gpt-4o-mini",
    "gpt 6 sol": "gpt-6-sol",
    "sora 2": "sora-2",
    "grok 4.7": "grok-4.7",
    "codex mini": "codex-mini",
    "azure speech": "azure-speech",
    "deepseek v4 pro": "DeepSeek-V4-Pro",
    "deep seek r1": "DeepSeek-R1",
    "mistral large 3": "Mistral-Large-3",
    "phi-4 mini reasoning": "Phi-4-mini-reasoning",
    "text embedding 3 large": "text-embedding-3-large",
    "gpt 35 turbo 16k": "gpt-35-turbo-16k",
    "dalle 3": "dall-e-3",
    "command r+": "Command R+",
    # its beginning
    "gpt-oss 120": "gpt-oss-120b",
    "llama 3.3": "Llama-3.3-70B-Instruct",
    "llama4 scout": "Llama-4-Scout-17B-16E-Instruct",
    "computer use": "computer-use-preview",
    # words of it
    "4.1 nano": "gpt-4.1-nano",
    "5.6 luna": "gpt-5.6-luna",
    "opus 4.8": "claude-opus-4-8",
    "ada 002": "text-embedding-ada-002",
    "router": "model-router",
    "mini gpt 5": "gpt-5-mini",
    "embedding 3 small": "text-embedding-3-small",
    # another spelling of it
    "turbo vision": "gpt-4",
    "gpt-5.6": "gpt-5.6-sol",
    # one typing error
    "gtp-5": "gpt-5",
    "gpt-40": "gpt-4o",
    "sonet 5": "claude-sonnet-5",
    "mistrall large 3": "Mistral-Large-3",
    "speach azure": "azure-speech",
}
