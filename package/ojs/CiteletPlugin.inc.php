<?php

/**
 * The plugin for OJS 3.3, whose classes have no namespaces; CiteletPlugin.php is the same for OJS 3.4 and later, and what
 * both do to a page is in classes/. PHP 7.3 must be able to read this file.
 */

import('lib.pkp.classes.plugins.GenericPlugin');
import('lib.pkp.classes.linkAction.LinkAction');
import('lib.pkp.classes.linkAction.request.AjaxModal');
import('lib.pkp.classes.core.JSONMessage');
import('lib.pkp.classes.security.Role');

require_once __DIR__ . '/classes/CitationBlock.php';
require_once __DIR__ . '/classes/ArticlePage.php';
require_once __DIR__ . '/classes/Settings.php';

use APP\plugins\generic\citelet\classes\ArticlePage;
use APP\plugins\generic\citelet\classes\Settings;

class CiteletPlugin extends GenericPlugin
{
    /** @var ?ArticlePage the page that is being made, if it is an article's */
    private $page = null;

    public function register($category, $path, $mainContextId = null)
    {
        $success = parent::register($category, $path, $mainContextId);
        if ($success && $this->getEnabled($mainContextId)) {
            HookRegistry::register('TemplateManager::display', [$this, 'startPage']);
            HookRegistry::register(ArticlePage::HOOK, [$this, 'markPlace']);
        }
        return $success;
    }

    public function getDisplayName()
    {
        return __('plugins.generic.citelet.displayName');
    }

    public function getDescription()
    {
        return __('plugins.generic.citelet.description');
    }

    /** For editors whose language the plugin lacks, OJS would show names of messages. */
    public function getLocaleFilename($locale)
    {
        $known = is_dir(__DIR__ . '/locale/' . $locale);
        return parent::getLocaleFilename($known ? $locale : 'en_US');
    }

    /** On an article page: brings the script, and sees what Smarty renders. */
    public function startPage($hookName, $params)
    {
        list($templateManager, $template) = $params;
        if ($template !== ArticlePage::TEMPLATE || $this->page !== null) {
            return false;
        }
        $request = Application::get()->getRequest();
        $attributes = $this->settings($request)->attributes($this->isEditor($request));
        $this->page = new ArticlePage($this->address($request), $attributes, __('submission.howToCite'));
        foreach ($this->page->headers() as $name => $header) {
            $templateManager->addHeader($name, $header);
        }
        $templateManager->registerFilter('output', [$this, 'takeOver']);
        return false;
    }

    /** Marks where a section of our own can stand. */
    public function markPlace($hookName, $params)
    {
        if ($this->page !== null) {
            $params[2] .= ArticlePage::PLACE;
        }
        return false;
    }

    /** A filter of Smarty: puts the element into the page. */
    public function takeOver($output, $template)
    {
        return $this->page->filter($output);
    }

    public function getActions($request, $actionArgs)
    {
        $actions = parent::getActions($request, $actionArgs);
        if ($this->getEnabled()) {
            $form = new AjaxModal($this->formAddress($request), $this->getDisplayName());
            array_unshift($actions, new LinkAction('settings', $form, __('manager.plugins.settings'), null));
        }
        return $actions;
    }

    public function manage($args, $request)
    {
        if ($request->getUserVar('verb') !== 'settings') {
            return parent::manage($args, $request);
        }
        require_once __DIR__ . '/CiteletSettingsForm.inc.php';
        $form = new CiteletSettingsForm($this, $request);
        if ($request->getUserVar('save')) {
            $form->readInputData();
            if ($form->validate()) {
                $form->execute();
                return new JSONMessage(true);
            }
        } else {
            $form->initData();
        }
        return new JSONMessage(true, $form->fetch($request));
    }

    /** The journal's settings. */
    public function settings($request)
    {
        $stored = [];
        foreach (array_keys(Settings::DEFAULTS) as $name) {
            $stored[$name] = $this->getSetting($request->getContext()->getId(), $name);
        }
        return new Settings($stored, $this->hasLibrary());
    }

    /** Whether the folder of all styles is in this copy of the plugin. */
    public function hasLibrary()
    {
        return is_dir(__DIR__ . '/upload/' . (include __DIR__ . '/folder.php') . '/library');
    }

    /** Where the form of settings is fetched, and sent to when `$save` is true. */
    public function formAddress($request, $save = false)
    {
        $arguments = ['verb' => 'settings', 'plugin' => $this->getName(), 'category' => 'generic'];
        $arguments += $save ? ['save' => 1] : [];
        return $request->getRouter()->url($request, null, null, 'manage', null, $arguments);
    }

    /** The address of the folder with the files of this release. */
    private function address($request)
    {
        return $request->getBaseUrl() . '/' . $this->getPluginPath() . '/upload/' . (include __DIR__ . '/folder.php');
    }

    private function isEditor($request)
    {
        $user = $request->getUser();
        $roles = [ROLE_ID_MANAGER, ROLE_ID_SUB_EDITOR];
        return $user && $user->hasRole($roles, $request->getContext()->getId());
    }
}
